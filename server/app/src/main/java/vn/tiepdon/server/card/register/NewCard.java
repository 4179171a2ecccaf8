package vn.tiepdon.server.card.register;

import java.time.LocalDate;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.server.card.register.RegisteredCard.Generations;
import vn.tiepdon.server.patient.PatientId;

/**
 * A card that is to be a patient's from now on.
 *
 * @param serial the chip's, 16 upper-case hex digits
 * @param revision of the records that it was personalised with
 */
public record NewCard(
        CardId id,
        PatientId patient,
        CardPublicKey publicKey,
        LocalDate validFrom,
        LocalDate validTo,
        String serial,
        Generations keys,
        long revision) {

    @Override
    public String toString() {
        return "NewCard[…]";
    }
}
