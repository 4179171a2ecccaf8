package vn.tiepdon.card.citizen;

import java.util.regex.Pattern;

/** What a chip wants to know before it talks (ICAO Doc 9303 part 11, 4). {@link #toString} tells nothing of it. */
public sealed interface AccessKey {

    /**
     * The card access number, for PACE only.
     *
     * @param digits 6 digits
     */
    record Can(String digits) implements AccessKey {

        private static final Pattern SIX = Pattern.compile("[0-9]{6}");

        /** @throws IllegalArgumentException without the digits in its message */
        public Can {
            if (!SIX.matcher(digits).matches()) {
                throw new IllegalArgumentException("a CAN has six digits");
            }
        }

        @Override
        public String toString() {
            return "Can[…]";
        }
    }

    /**
     * Three fields of the machine readable zone, for PACE and BAC.
     *
     * @param documentNumber 9 characters: of a Vietnamese card the last 9 digits of the national number
     * @param birthDate yyMMdd
     * @param expiryDate yyMMdd, or six {@code <}
     */
    record Mrz(String documentNumber, String birthDate, String expiryDate) implements AccessKey {

        private static final Pattern NUMBER = Pattern.compile("[A-Z0-9<]{9}");
        private static final Pattern DATE = Pattern.compile("[0-9]{6}");
        private static final Pattern DATE_OR_NONE = Pattern.compile("[0-9]{6}|<{6}");

        /** @throws IllegalArgumentException without the fields in its message */
        public Mrz {
            if (!NUMBER.matcher(documentNumber).matches()
                    || !DATE.matcher(birthDate).matches()
                    || !DATE_OR_NONE.matcher(expiryDate).matches()) {
                throw new IllegalArgumentException("not the fields of a machine readable zone");
            }
        }

        @Override
        public String toString() {
            return "Mrz[…]";
        }
    }
}
