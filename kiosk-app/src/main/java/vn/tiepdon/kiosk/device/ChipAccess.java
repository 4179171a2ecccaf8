package vn.tiepdon.kiosk.device;

import java.time.LocalDate;
import java.util.Objects;
import vn.tiepdon.card.citizen.AccessKey;

/**
 * What a patient has shown that may open the chip of an ID card. It never leaves the kiosk, and {@link #toString} tells
 * nothing of it.
 */
public sealed interface ChipAccess {

    /** @return the number that the chip must hold, 12 digits; null when nothing names it */
    String nationalNumber();

    /**
     * What the card's QR says: the keys of the chip follow from it.
     *
     * @param birth null when the code does not know the day
     * @param issued null when the code does not say
     */
    record Code(String nationalNumber, LocalDate birth, LocalDate issued) implements ChipAccess {

        public Code {
            Objects.requireNonNull(nationalNumber);
        }

        @Override
        public String toString() {
            return "Code[…]";
        }
    }

    /**
     * The machine readable zone on the back of the card.
     *
     * @param key the one that it is
     */
    record Zone(String nationalNumber, AccessKey key) implements ChipAccess {
        @Override
        public String toString() {
            return "Zone[…]";
        }
    }

    /**
     * The card access number, typed.
     *
     * @param digits 6 digits
     */
    record Typed(String digits, String nationalNumber) implements ChipAccess {
        @Override
        public String toString() {
            return "Typed[…]";
        }
    }
}
