package vn.tiepdon.server.coverage.lookup;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.FacilityId;

/** Whether the patient uses a card that was newly issued; the last word counts. */
@Component
public class NewCards {

    private final CheckTable checks;

    NewCards(CheckTable checks) {
        this.checks = checks;
    }

    @Transactional
    public void said(FacilityId facility, UUID check, boolean used) {
        checks.newCard(facility, check, used);
    }
}
