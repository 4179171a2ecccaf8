package vn.tiepdon.kiosk.device.card;

import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.card.citizen.AccessDeniedException;
import vn.tiepdon.card.citizen.AccessKey;
import vn.tiepdon.card.citizen.ChipChallenge;
import vn.tiepdon.card.citizen.ChipReader;
import vn.tiepdon.card.citizen.CitizenChipException;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/**
 * Tries to open a chip that there is not, as far as its second key agreement: the first chip of a day would wait longest
 * for what that loads.
 */
final class ChipRehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(ChipRehearsal.class);
    private static final HexFormat HEX = HexFormat.of();
    private static final int READ_BINARY = 0xB0;
    private static final int GENERAL_AUTHENTICATE = 0x86;

    /** Of the example in ICAO Doc 9303 part 11, appendix G.1: PACE by generic mapping on brainpoolP256r1, AES-128. */
    private static final byte[] CARD_ACCESS = HEX.parseHex("31143012060A04007F0007020204020202010202010D9000");

    private static final byte[] NONCE = HEX.parseHex("7C12801095A3A016522EE98D01E76CB6B98B42C39000");
    private static final byte[] OK = HEX.parseHex("9000");
    private static final byte[] REFUSED = HEX.parseHex("6300");

    private ChipRehearsal() {}

    static void run() {
        try {
            new ChipReader((done, total) -> {})
                    .read(nobody(), List.of(new AccessKey.Can("000000")), new byte[ChipChallenge.LENGTH]);
        } catch (AccessDeniedException expected) {
            LOG.debug("ready for chips");
        } catch (TransportException | CitizenChipException e) {
            LOG.warn("this computer could not rehearse with a chip: {}", ChipFaults.reason(e));
        }
    }

    private static Transport nobody() {
        return command -> switch (command[1] & 0xFF) {
            case READ_BINARY -> CARD_ACCESS;
            case GENERAL_AUTHENTICATE -> command.length < NONCE.length ? NONCE : REFUSED;
            default -> OK;
        };
    }
}
