package vn.tiepdon.server.card;

import java.security.InvalidKeyException;
import java.text.Normalizer;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.server.card.key.SigningKey;
import vn.tiepdon.server.card.key.SigningKeys;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.patient.Patient;

/** Says whose card a card is, signed by the hospital. */
@Component
public class CardIdentities {

    private final SigningKeys keys;

    CardIdentities(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * The identity file of a card.
     *
     * @param to the last valid day
     * @throws RecordDoesNotFitException when what the hospital knows of the patient does not fit a card
     */
    public byte[] sign(
            Facility facility, Patient patient, CardId card, CardPublicKey cardKey, LocalDate from, LocalDate to) {
        SigningKey key = keys.current();
        IdentityRecord identity = identity(facility, patient, card, cardKey, from, to, key);
        return sign(identity, key);
    }

    IdentityRecord identity(
            Facility facility,
            Patient patient,
            CardId card,
            CardPublicKey cardKey,
            LocalDate from,
            LocalDate to,
            SigningKey key) {
        try {
            return new IdentityRecord(
                    facility.code(),
                    card,
                    patient.hospitalCode(),
                    Normalizer.normalize(patient.fullName(), Normalizer.Form.NFC),
                    PartialDate.parse(patient.birthDate().iso()),
                    switch (patient.sex()) {
                        case MALE -> Sex.MALE;
                        case FEMALE -> Sex.FEMALE;
                        case UNKNOWN -> Sex.NOT_KNOWN;
                    },
                    from,
                    to,
                    cardKey,
                    key.id());
        } catch (IllegalArgumentException | NullPointerException doesNotFit) {
            throw new RecordDoesNotFitException(patient.id(), doesNotFit.getMessage());
        }
    }

    private static byte[] sign(IdentityRecord identity, SigningKey key) {
        try {
            return SignedIdentityRecord.sign(identity, key.privateKey()).encoded();
        } catch (InvalidKeyException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
