package vn.tiepdon.api.kiosk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import vn.tiepdon.api.card.CardSessionRequest;

/**
 * What the patient showed. Binary fields travel as Base64, dates of birth as ISO 8601 with reduced precision
 * ({@code 1950}, {@code 1950-03}, {@code 1950-03-02}), because Vietnamese papers often know only the year.
 *
 * <p>No implementation prints what it holds: these records pass through logs and exception messages.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Presentation.PatientCard.class, name = "patient-card"),
    @JsonSubTypes.Type(value = Presentation.CitizenChip.class, name = "citizen-chip"),
    @JsonSubTypes.Type(value = Presentation.CitizenCode.class, name = "citizen-code"),
    @JsonSubTypes.Type(value = Presentation.InsuranceCode.class, name = "insurance-code"),
    @JsonSubTypes.Type(value = Presentation.PatientCardCode.class, name = "patient-card-code"),
    @JsonSubTypes.Type(value = Presentation.AppointmentCode.class, name = "appointment-code"),
    @JsonSubTypes.Type(value = Presentation.TicketCode.class, name = "ticket-code"),
    @JsonSubTypes.Type(value = Presentation.TypedNumber.class, name = "typed-number")
})
public sealed interface Presentation {

    /**
     * The hospital's own card.
     *
     * @param signedRecord the identity file as read, record and signature
     * @param proof the card's answer to a fresh challenge, against copies
     * @param session null when the card is not to be talked to any further
     */
    record PatientCard(byte[] signedRecord, CardProof proof, CardSessionRequest session) implements Presentation {

        public PatientCard(byte[] signedRecord, CardProof proof) {
            this(signedRecord, proof, null);
        }

        @Override
        public String toString() {
            return "PatientCard[…]";
        }
    }

    /**
     * @param at when the challenge was made, by the server's clock as the kiosk knows it
     * @param nonce 16 random bytes
     * @param signature the card's signature over the challenge that follows from device, time and nonce
     */
    record CardProof(Instant at, byte[] nonce, byte[] signature) {}

    /**
     * The chip of the ID card (căn cước), read with its holder's consent.
     *
     * @param dg1 the machine readable zone, the whole file as read
     * @param dg13 the Vietnamese data, the same
     * @param sod the issuer's signature over the hashes of all groups, the same
     * @param dg14 null when the card has none
     * @param dg15 null when the card has none
     * @param chipAuthenticated whether the kiosk made the chip prove itself with the key of DG14; it asks for this only
     *     when the card has no DG15
     * @param proof the chip's answer to a fresh challenge, with the key of DG15; its signature is null when the card has
     *     no such key
     */
    record CitizenChip(
            byte[] dg1,
            byte[] dg13,
            byte[] sod,
            byte[] dg14,
            byte[] dg15,
            boolean chipAuthenticated,
            CardProof proof,
            ChipConsent consent)
            implements Presentation {
        @Override
        public String toString() {
            return "CitizenChip[…]";
        }
    }

    /**
     * The holder's consent to the reading of the chip (Luật Căn cước 2023, điều 22 khoản 5).
     *
     * @param textVersion which wording was agreed to
     * @param language in which it was shown, {@code vi} or {@code en}
     * @param at when "I agree" was tapped, by the server's clock as the kiosk knows it
     */
    record ChipConsent(String textVersion, String language, Instant at) {}

    /** The QR printed on the chip ID card (căn cước). Unsigned: anyone can print one. */
    record CitizenCode(String nationalNumber, String oldNumber, String fullName, String birthDate, Sex sex)
            implements Presentation {
        @Override
        public String toString() {
            return "CitizenCode[…]";
        }
    }

    /** The QR printed on the paper health insurance card (thẻ BHYT). */
    record InsuranceCode(String insuranceNumber, String fullName, String birthDate, Sex sex) implements Presentation {
        @Override
        public String toString() {
            return "InsuranceCode[…]";
        }
    }

    /** The QR printed on the face of the hospital's card, for a broken chip. */
    record PatientCardCode(String facility, String cardId) implements Presentation {
        @Override
        public String toString() {
            return "PatientCardCode[…]";
        }
    }

    /** The QR on an appointment slip. */
    record AppointmentCode(String facility, String appointmentId) implements Presentation {
        @Override
        public String toString() {
            return "AppointmentCode[…]";
        }
    }

    /** The QR on a queue ticket. */
    record TicketCode(String facility, String ticketId) implements Presentation {
        @Override
        public String toString() {
            return "TicketCode[…]";
        }
    }

    /** A number typed at the kiosk: national number, insurance number or hospital code, told apart by shape. */
    record TypedNumber(String digits) implements Presentation {
        @Override
        public String toString() {
            return "TypedNumber[…]";
        }
    }
}
