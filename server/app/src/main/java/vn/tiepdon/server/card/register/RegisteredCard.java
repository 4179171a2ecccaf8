package vn.tiepdon.server.card.register;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.patient.PatientId;

/**
 * A card as the register knows it.
 *
 * @param serial the chip's, 16 hex digits; null of a card from before there were key sets
 * @param keys generations of its key sets
 * @param revision what it has for certain
 * @param lastRevision the newest that it is to have
 */
public record RegisteredCard(
        CardId id,
        PatientId patient,
        LocalDate validFrom,
        LocalDate validTo,
        CardStatus status,
        String serial,
        Generations keys,
        long revision,
        long lastRevision) {

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    /** 8 bytes. */
    public Optional<byte[]> serialBytes() {
        return Optional.ofNullable(serial).map(HexFormat.of()::parseHex);
    }

    @Override
    public String toString() {
        return "RegisteredCard[" + status + "]";
    }

    /** 0 of a set that the card does not have. */
    public record Generations(int reading, int writing, int administering) {

        public Optional<KeyVersion> of(CardRole role) {
            int generation =
                    switch (role) {
                        case TRANSPORT -> 0;
                        case READING -> reading;
                        case WRITING -> writing;
                        case ADMINISTERING -> administering;
                    };
            return generation == 0 ? Optional.empty() : Optional.of(new KeyVersion(role, generation));
        }
    }
}
