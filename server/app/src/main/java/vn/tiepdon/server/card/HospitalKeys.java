package vn.tiepdon.server.card;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.kiosk.KioskConfiguration;

/** The keys that sign the hospital's cards. */
@Component
public class HospitalKeys {

    /** What a kiosk needs to verify a card. */
    public List<KioskConfiguration.CardKey> cardKeys() {
        return List.of();
    }
}
