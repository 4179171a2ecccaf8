package vn.tiepdon.kiosk.device.card;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.card.SignedBlockList;
import vn.tiepdon.card.patientcard.BlockList;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.PatientCardException;

/** The cards that are dead, by the newest list that the hospital signed. */
final class BlockedCards {

    private static final Logger LOG = LoggerFactory.getLogger(BlockedCards.class);

    private volatile BlockList inForce;

    boolean contains(CardId card) {
        BlockList list = inForce;
        return list != null && list.contains(card);
    }

    /** @return whether it is in force now: another hospital's, a forged or an older one never is */
    synchronized boolean take(SignedBlockList told, House house) {
        try {
            if (told.content() == null || told.signature() == null) {
                return refuse("it is not whole");
            }
            BlockList list = BlockList.decode(told.content());
            if (!list.facilityCode().equals(house.configuration().facility())) {
                return refuse("it is another hospital's");
            }
            list.verify(told.signature(), house.keys()::find);
            if (inForce != null && list.sequence() < inForce.sequence()) {
                return refuse("it is older than the one in force");
            }
            inForce = list;
            return true;
        } catch (PatientCardException e) {
            return refuse(e.getMessage());
        }
    }

    private static boolean refuse(String why) {
        LOG.warn("a list of blocked cards is refused: {}", why);
        return false;
    }
}
