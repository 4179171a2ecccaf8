package vn.tiepdon.api.kiosk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * What the patient showed. Binary fields travel as Base64, dates of birth as ISO 8601 with reduced precision
 * ({@code 1950}, {@code 1950-03}, {@code 1950-03-02}), because Vietnamese papers often know only the year.
 *
 * <p>No implementation prints what it holds: these records pass through logs and exception messages.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Presentation.PatientCard.class, name = "patient-card"),
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
     */
    record PatientCard(byte[] signedRecord, CardProof proof) implements Presentation {
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
