package vn.tiepdon.card.citizen;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;

/** Makes one {@link CitizenIdentity} of DG1 and DG13, which must tell of the same person. */
public final class CitizenIdentities {

    private static final int MAX_FILE = 65_536;
    private static final int ZONE = 0x5F1F;
    private static final int PASSPORT_ZONE_LENGTH = 88;
    private static final int MAX_NAME = 200;

    private static final Pattern NATIONAL_NUMBER = Pattern.compile("[0-9]{12}");
    private static final Pattern OLD_NUMBER = Pattern.compile("[0-9]{9}|[0-9]{12}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .'’-]*");
    private static final Pattern DATE = Pattern.compile("(?:(?:([0-9]{2})/)?([0-9]{2})/)?([0-9]{4})");
    private static final String NO_EXPIRY = "không thời hạn";

    private CitizenIdentities() {}

    /**
     * @param dg1 the whole file, tag and length included
     * @param dg13 likewise
     * @throws MalformedChipFileException also when the two disagree on number, birth date or sex
     * @throws ForeignDocumentException when DG1 names another country than Vietnam
     */
    public static CitizenIdentity parse(byte[] dg1, byte[] dg13)
            throws MalformedChipFileException, ForeignDocumentException {
        MachineReadableZone zone = zone(dg1);
        requireSize(ChipFile.DG13, dg13);
        VietnameseData data = VietnameseData.parse(dg13);
        String number = required(data, VietnameseData.NUMBER, NATIONAL_NUMBER);
        PartialDate birthDate = date(data, VietnameseData.BIRTH_DATE).orElseThrow(() -> missing("birth date"));
        Sex sex = sex(data);
        requireAgreement(zone, number, birthDate, sex);
        return new CitizenIdentity(
                number,
                name(data),
                birthDate,
                sex,
                data.texts().getOrDefault(VietnameseData.RESIDENCE, ""),
                oldNumber(data),
                day(data, VietnameseData.ISSUED),
                expires(data, zone));
    }

    /** @throws ForeignDocumentException before anything else is asked of the zone: others write theirs differently */
    static MachineReadableZone zone(byte[] dg1) throws MalformedChipFileException, ForeignDocumentException {
        requireSize(ChipFile.DG1, dg1);
        Ber file = new Ber(ChipFile.DG1, dg1);
        Ber group = file.inside(ChipFile.DG1.tag());
        file.requireEnd();
        String text = new String(group.value(ZONE), StandardCharsets.US_ASCII);
        group.requireEnd();
        if (text.length() < PASSPORT_ZONE_LENGTH || text.length() > MachineReadableZone.LENGTH) {
            throw group.malformed("a zone of " + text.length() + " characters");
        }
        if (!text.startsWith(MachineReadableZone.VIETNAM, 2)) {
            throw new ForeignDocumentException();
        }
        try {
            return MachineReadableZone.parse(text);
        } catch (MalformedZoneException e) {
            throw group.malformed("zone: " + e.problem());
        }
    }

    private static void requireSize(ChipFile file, byte[] bytes) throws MalformedChipFileException {
        if (bytes.length > MAX_FILE) {
            throw new MalformedChipFileException(file, "of " + bytes.length + " bytes");
        }
    }

    private static void requireAgreement(MachineReadableZone zone, String number, PartialDate birthDate, Sex sex)
            throws MalformedChipFileException {
        if (!zone.nationalNumber().equals(Optional.of(number))) {
            throw wrong("number differs from DG1");
        }
        if (!sameDate(zone.birthDate(), birthDate.toCompact().substring(2))) {
            throw wrong("birth date differs from DG1");
        }
        if (zone.sex() != (sex == Sex.MALE ? 'M' : 'F')) {
            throw wrong("sex differs from DG1");
        }
    }

    /** What is not known stands as 00 in one and as {@code <<}, sometimes 00, in the other. */
    private static boolean sameDate(String ofZone, String ofData) {
        return ofZone.replace('<', '0').equals(ofData);
    }

    private static String required(VietnameseData data, int id, Pattern form) throws MalformedChipFileException {
        String text = data.texts().get(id);
        if (text == null) {
            throw missing("entry " + id);
        }
        if (!form.matcher(text).matches()) {
            throw wrong("the form of entry " + id);
        }
        return text;
    }

    private static String name(VietnameseData data) throws MalformedChipFileException {
        String name = required(data, VietnameseData.NAME, NAME);
        if (name.length() > MAX_NAME) {
            throw wrong("a name of " + name.length() + " characters");
        }
        return name;
    }

    private static Sex sex(VietnameseData data) throws MalformedChipFileException {
        return switch (data.texts().getOrDefault(VietnameseData.SEX, "").toLowerCase(Locale.ROOT)) {
            case "nam" -> Sex.MALE;
            case "nữ" -> Sex.FEMALE;
            default -> throw wrong("the form of entry " + VietnameseData.SEX);
        };
    }

    private static Optional<String> oldNumber(VietnameseData data) {
        return Stream.of(VietnameseData.OLD_NUMBER, VietnameseData.OLD_NUMBER_OR_CHIP_ID)
                .map(id -> data.texts().getOrDefault(id, ""))
                .filter(text -> OLD_NUMBER.matcher(text).matches())
                .findFirst();
    }

    private static Optional<LocalDate> expires(VietnameseData data, MachineReadableZone zone)
            throws MalformedChipFileException {
        String text = data.texts().getOrDefault(VietnameseData.EXPIRES, "");
        if (text.toLowerCase(Locale.ROOT).equals(NO_EXPIRY)) {
            return Optional.empty();
        }
        return text.isEmpty() ? zoneExpiry(zone) : day(data, VietnameseData.EXPIRES);
    }

    /** A card that names no date in DG13 must not pass as one without expiry while its zone names one. */
    private static Optional<LocalDate> zoneExpiry(MachineReadableZone zone) throws MalformedChipFileException {
        if (zone.expiryDate().startsWith("<") || zone.expiryDate().equals(KeyCandidates.NO_EXPIRY)) {
            return Optional.empty();
        }
        try {
            return PartialDate.parseCompact("20" + zone.expiryDate()).toLocalDate();
        } catch (DateTimeException e) {
            throw new MalformedChipFileException(ChipFile.DG1, "no such expiry date");
        }
    }

    private static Optional<LocalDate> day(VietnameseData data, int id) throws MalformedChipFileException {
        Optional<PartialDate> date = date(data, id);
        if (date.isPresent() && date.get().toLocalDate().isEmpty()) {
            throw wrong("entry " + id + " is not known to the day");
        }
        return date.flatMap(PartialDate::toLocalDate);
    }

    private static Optional<PartialDate> date(VietnameseData data, int id) throws MalformedChipFileException {
        String text = data.texts().get(id);
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            throw wrong("the form of entry " + id);
        }
        try {
            return Optional.of(new PartialDate(part(matcher, 3), part(matcher, 2), part(matcher, 1)));
        } catch (DateTimeException e) {
            throw wrong("no such date in entry " + id);
        }
    }

    private static int part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    private static MalformedChipFileException missing(String what) {
        return wrong(what + " is missing");
    }

    private static MalformedChipFileException wrong(String reason) {
        return new MalformedChipFileException(ChipFile.DG13, reason);
    }
}
