package vn.tiepdon.card.code;

import java.time.LocalDate;
import java.util.UUID;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.citizen.MachineReadableZone;
import vn.tiepdon.card.patientcard.CardId;

/**
 * What a scanner read or a keypad took. All of it is a claim: none of these codes proves who holds it.
 *
 * <p>No text form gives away what the code holds.
 */
public sealed interface ScannedCode {

    /**
     * The QR of the citizen ID card (căn cước công dân gắn chip, thẻ căn cước).
     *
     * @param nationalNumber số định danh cá nhân, 12 digits
     * @param oldNumber số CMND, 9 or 12 digits, or null
     * @param fullName NFC, as printed on the card
     * @param issued the day of issue
     */
    record CitizenCard(
            String nationalNumber,
            String oldNumber,
            String fullName,
            PartialDate birthDate,
            Sex sex,
            PartialDate issued)
            implements ScannedCode {
        @Override
        public String toString() {
            return "CitizenCard[…]";
        }
    }

    /**
     * The machine readable zone on the back of the citizen ID card. It opens the card's chip.
     *
     * @param zone issued by Vietnam, with a national number
     */
    record CitizenZone(MachineReadableZone zone) implements ScannedCode {

        /** @return 12 digits */
        public String nationalNumber() {
            return zone.nationalNumber().orElseThrow();
        }

        @Override
        public String toString() {
            return "CitizenZone[…]";
        }
    }

    /**
     * The QR of the paper health insurance card (thẻ BHYT giấy).
     *
     * @param insuranceNumber 10 digits (new card) or 15 characters (old card)
     * @param registeredFacility where first care is registered (nơi ĐKKCB ban đầu), 5 characters, or null
     * @param validFrom null when the card does not say
     * @param validTo null when the card does not say, as new cards do
     */
    record InsuranceCard(
            String insuranceNumber,
            String fullName,
            PartialDate birthDate,
            Sex sex,
            String registeredFacility,
            LocalDate validFrom,
            LocalDate validTo)
            implements ScannedCode {
        @Override
        public String toString() {
            return "InsuranceCard[…]";
        }
    }

    /** The QR on the face of the hospital's own card. */
    record PatientCardCode(String facilityCode, CardId cardId) implements ScannedCode {

        /** @return what the QR says */
        public String text() {
            return OwnCode.text('C', facilityCode, cardId.hex());
        }

        @Override
        public String toString() {
            return "PatientCardCode[…]";
        }
    }

    /** The QR on an appointment slip (giấy hẹn khám lại). */
    record AppointmentCode(String facilityCode, UUID id) implements ScannedCode {

        /** @return what the QR says */
        public String text() {
            return OwnCode.text('A', facilityCode, OwnCode.hex(id));
        }

        @Override
        public String toString() {
            return "AppointmentCode[…]";
        }
    }

    /** The QR on a queue ticket (phiếu số thứ tự). */
    record TicketCode(String facilityCode, UUID id) implements ScannedCode {

        /** @return what the QR says */
        public String text() {
            return OwnCode.text('T', facilityCode, OwnCode.hex(id));
        }

        @Override
        public String toString() {
            return "TicketCode[…]";
        }
    }

    /**
     * A bare number, typed or from a bar code.
     *
     * @param number upper case, without separators
     */
    record TypedNumber(String number, Kind kind) implements ScannedCode {

        /** What a number is, by its shape. */
        public enum Kind {
            /** 12 digits. */
            NATIONAL_NUMBER,
            /** 10 digits, or the 15 characters of an old card. */
            INSURANCE_NUMBER,
            /** Letters, then digits: the hospital's own patient code, such as BN000123. */
            HOSPITAL_CODE
        }

        @Override
        public String toString() {
            return "TypedNumber[" + kind + "]";
        }
    }
}
