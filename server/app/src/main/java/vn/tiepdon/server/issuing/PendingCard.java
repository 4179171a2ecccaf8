package vn.tiepdon.server.issuing;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.server.card.register.NewCard;
import vn.tiepdon.server.card.register.RegisteredCard.Generations;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/**
 * A card that may be personalised already, but is not valid yet.
 *
 * @param cardId 32 upper-case hex digits
 * @param serial 16 upper-case hex digits
 * @param publicKey the card's uncompressed point as hex
 * @param generations of its key sets
 * @param revision of its first records
 * @param changes of what the card is to hold, as they were counted before its first records were read; null for a card
 *     that was prepared before they were counted
 */
record PendingCard(
        FacilityId facility,
        String cardId,
        PatientId patient,
        String serial,
        UUID order,
        String publicKey,
        LocalDate validFrom,
        LocalDate validTo,
        Generations generations,
        long revision,
        Long changes) {

    /** @param now the changes until now */
    boolean holdsAll(long now) {
        return changes != null && changes == now;
    }

    NewCard entry() {
        return new NewCard(
                CardId.ofHex(cardId),
                patient,
                new CardPublicKey(HexFormat.of().parseHex(publicKey)),
                validFrom,
                validTo,
                serial,
                generations,
                revision);
    }

    @Override
    public String toString() {
        return "PendingCard[" + order + "]";
    }
}
