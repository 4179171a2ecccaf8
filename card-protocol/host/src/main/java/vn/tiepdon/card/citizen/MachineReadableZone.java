package vn.tiepdon.card.citizen;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tiepdon.card.citizen.MalformedZoneException.Problem;

/**
 * The machine readable zone of an ID card: format TD1, three lines of 30 characters (ICAO Doc 9303 part 5, 4.2). All
 * four check digits hold. {@link #toString} names no one.
 *
 * @param issuer three letters, filled up with {@code <}: VNM for Vietnam
 * @param documentNumber 9 characters; of a Vietnamese card the last 9 digits of the national number
 * @param optionalData the last 15 characters of line 1
 * @param birthDate yyMMdd, {@code <} for what is unknown
 * @param sex M, F or {@code <}
 * @param expiryDate yyMMdd, or six {@code <}
 */
public record MachineReadableZone(
        String issuer, String documentNumber, String optionalData, String birthDate, char sex, String expiryDate) {

    public static final int LENGTH = 90;
    public static final String VIETNAM = "VNM";

    private static final int LINE = 30;
    private static final Pattern TD1 = Pattern.compile("[ACI][A-Z<]([A-Z<]{3})([A-Z0-9<]{9})([0-9<])([A-Z0-9<]{15})"
            + "([0-9<]{6})([0-9])([MFX<])([0-9]{6}|<{6})([0-9<])[A-Z<]{3}[A-Z0-9<]{11}([0-9])"
            + "[A-Z<]{30}");

    /** Vietnam puts the national number there, with a check digit of its own at the end. */
    private static final Pattern NATIONAL_NUMBER = Pattern.compile("([0-9]{12})<<([0-9])");

    /**
     * @param text the three lines, one after the other, without line ends
     * @throws MalformedZoneException for anything else, or when a check digit does not hold
     */
    public static MachineReadableZone parse(String text) throws MalformedZoneException {
        if (text.length() != LENGTH) {
            throw new MalformedZoneException(Problem.LENGTH);
        }
        Matcher matcher = TD1.matcher(text);
        if (!matcher.matches()) {
            throw new MalformedZoneException(Problem.FIELDS);
        }
        requireCheckDigit(matcher.group(2), matcher.group(3));
        requireCheckDigit(matcher.group(5), matcher.group(6));
        requireCheckDigit(matcher.group(8), matcher.group(9));
        requireCheckDigit(composite(text), matcher.group(10));
        return new MachineReadableZone(
                matcher.group(1),
                matcher.group(2),
                matcher.group(4),
                matcher.group(5),
                matcher.group(7).charAt(0),
                matcher.group(8));
    }

    /** Doc 9303 part 5, 4.2.4: line 1 from the sixth character; of line 2 both dates and the optional data. */
    private static String composite(String text) {
        return text.substring(5, LINE)
                + text.substring(LINE, LINE + 7)
                + text.substring(LINE + 8, LINE + 15)
                + text.substring(LINE + 18, LINE + 29);
    }

    private static void requireCheckDigit(String field, String digit) throws MalformedZoneException {
        if (!digit.equals(checkDigit(field)) && !(digit.equals("<") && field.matches("<+"))) {
            throw new MalformedZoneException(Problem.CHECK_DIGIT);
        }
    }

    /** Weights 7, 3, 1; letters count from 10, the filler nothing (Doc 9303 part 3, 4.9). */
    static String checkDigit(String field) {
        int sum = 0;
        for (int at = 0; at < field.length(); at++) {
            sum += Math.max(0, Character.digit(field.charAt(at), 36)) * (at % 3 == 0 ? 7 : at % 3 == 1 ? 3 : 1);
        }
        return Integer.toString(sum % 10);
    }

    /**
     * @return the 12 digits, when Vietnam issued the card and number, document number and check digit fit together
     */
    public Optional<String> nationalNumber() {
        Matcher matcher = NATIONAL_NUMBER.matcher(optionalData);
        boolean fits = VIETNAM.equals(issuer)
                && matcher.matches()
                && matcher.group(1).endsWith(documentNumber)
                && checkDigit(matcher.group(1)).equals(matcher.group(2));
        return fits ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** @return the key that this zone is, unless the birth date is not known to the day */
    public Optional<AccessKey> key() {
        return birthDate.indexOf('<') >= 0
                ? Optional.empty()
                : Optional.of(new AccessKey.Mrz(documentNumber, birthDate, expiryDate));
    }

    @Override
    public String toString() {
        return "MachineReadableZone[" + issuer + ", …]";
    }
}
