package vn.tiepdon.server.issuing;

import java.time.Instant;
import java.time.LocalDate;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.card.register.CardStatus;

/**
 * One of a patient's cards, as the desk sees it.
 *
 * @param serial null for a card issued before blanks were kept
 * @param revision what the card has for certain
 * @param untold what it has still to be told
 */
record PatientCard(
        CardId id,
        CardStatus status,
        String serial,
        LocalDate validFrom,
        LocalDate validTo,
        long revision,
        int untold,
        Instant issued) {

    boolean is(CardStatus wanted) {
        return status == wanted;
    }

    @Override
    public String toString() {
        return "PatientCard[" + status + "]";
    }
}
