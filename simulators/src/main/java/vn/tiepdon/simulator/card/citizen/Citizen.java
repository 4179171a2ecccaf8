package vn.tiepdon.simulator.card.citizen;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.citizen.AccessKey;

/**
 * What an invented citizen's card says.
 *
 * @param nationalNumber 12 digits
 * @param oldNumber the cancelled 9-digit number
 * @param residence in one line
 * @param expires empty for a card without expiry
 * @param country of issue, three letters: VNM
 */
public record Citizen(
        String nationalNumber,
        Optional<String> oldNumber,
        String fullName,
        LocalDate birthDate,
        Sex sex,
        String residence,
        LocalDate issued,
        Optional<LocalDate> expires,
        String country) {

    private static final DateTimeFormatter SIX_DIGITS = DateTimeFormatter.ofPattern("uuMMdd");
    private static final DateTimeFormatter EIGHT_DIGITS = DateTimeFormatter.ofPattern("ddMMuuuu");
    private static final String VIETNAM = "VNM";
    /** Utopia, the country of Doc 9303's examples. */
    private static final String UTOPIA = "UTO";

    private static final String RESIDENCE = "Số 1 Phố Mẫu, Phường Mẫu, Hà Nội";

    /** What stands in the machine readable zone of a card without expiry: said of cards in the field, not documented. */
    private static final LocalDate NO_EXPIRY_PRINTED = LocalDate.of(2099, 12, 31);

    /** @throws IllegalArgumentException when the number has no 12 digits */
    public Citizen {
        if (!nationalNumber.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("a national number has 12 digits");
        }
    }

    /**
     * The citizen that a demo hospital's patient is, with the card held today. An unknown day or month of birth becomes
     * the first.
     *
     * @throws IllegalArgumentException when the patient has no 12-digit national number
     */
    public static Citizen of(PatientEntry patient, LocalDate today) {
        LocalDate birth = firstDayOf(PartialDate.parse(patient.birthDate()));
        LocalDate issued = IssueRules.issuedTo(birth, today);
        return new Citizen(
                Objects.requireNonNullElse(patient.nationalNumber(), ""),
                Optional.empty(),
                patient.fullName(),
                birth,
                patient.sex() == vn.tiepdon.api.kiosk.Sex.FEMALE ? Sex.FEMALE : Sex.MALE,
                RESIDENCE,
                issued,
                IssueRules.expiryOf(birth, issued),
                VIETNAM);
    }

    /** Nguyễn Thị Mẫu, born 1990, whose card is valid until she is 40. */
    public static Citizen sample() {
        LocalDate birth = LocalDate.of(1990, 1, 15);
        LocalDate issued = IssueRules.issuedTo(birth);
        return new Citizen(
                "001190000123",
                Optional.of("012345678"),
                "Nguyễn Thị Mẫu",
                birth,
                Sex.FEMALE,
                RESIDENCE,
                issued,
                IssueRules.expiryOf(birth, issued),
                VIETNAM);
    }

    private static LocalDate firstDayOf(PartialDate date) {
        String iso = date.toString();
        return LocalDate.parse(iso + "-01-01".substring(iso.length() - 4));
    }

    /** The same card without expiry ("Không thời hạn"). */
    public Citizen withoutExpiry() {
        return new Citizen(
                nationalNumber, oldNumber, fullName, birthDate, sex, residence, issued, Optional.empty(), country);
    }

    /** The ID card of a foreigner: a chip with the same application, and no DG13. */
    public Citizen foreign() {
        return new Citizen(nationalNumber, oldNumber, fullName, birthDate, sex, residence, issued, expires, UTOPIA);
    }

    /** The text of the QR code on the front; docs/codes.md gives its format. */
    public String cardCode() {
        return String.join(
                "|",
                nationalNumber,
                oldNumber.orElse(""),
                fullName,
                birthDate.format(EIGHT_DIGITS),
                sex == Sex.FEMALE ? "Nữ" : "Nam",
                residence,
                issued.format(EIGHT_DIGITS));
    }

    /** The machine readable zone on the back: three lines of 30 characters. */
    public List<String> zone() {
        String text = ZoneText.of(this);
        return List.of(text.substring(0, 30), text.substring(30, 60), text.substring(60));
    }

    boolean isForeign() {
        return !country.equals(VIETNAM);
    }

    /** The document number: the last 9 digits of the national number. */
    String documentNumber() {
        return nationalNumber.substring(3);
    }

    String birthDigits() {
        return birthDate.format(SIX_DIGITS);
    }

    String expiryDigits() {
        return expires.orElse(NO_EXPIRY_PRINTED).format(SIX_DIGITS);
    }

    /** The card access number: the last 6 digits of the national number. */
    public AccessKey.Can can() {
        return new AccessKey.Can(nationalNumber.substring(6));
    }

    /** What opens this card by BAC and by PACE. */
    public AccessKey.Mrz mrz() {
        return new AccessKey.Mrz(documentNumber(), birthDigits(), expiryDigits());
    }

    @Override
    public String toString() {
        return "Citizen[…]";
    }
}
