package vn.tiepdon.server.exchange.hl7;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;

/**
 * Reads PID and MRG (HL7 v2.5.1, 3.4.2 and 3.4.9). Numbers of authorities that are not known here are left out.
 *
 * @param hospital the hospital's five characters
 * @param sender MSH-4 of the message
 */
record PersonReader(String hospital, String sender) {

    private static final int NUMBERS = 3;
    private static final int NAME = 5;
    private static final int BIRTH = 7;
    private static final int SEX = 8;
    private static final int ADDRESS = 11;
    private static final int TELEPHONE = 13;
    private static final int MRG_NUMBERS = 1;
    private static final int MOST_NUMBERS = 20;
    private static final int OLD_NATIONAL_DIGITS = 9;

    ToldPerson person(Segment pid) {
        return new ToldPerson(
                numbers(pid, NUMBERS, "PID^1^3"),
                name(pid),
                pid.value(BIRTH).map(PersonReader::birthDate),
                pid.value(SEX).map(PersonReader::sex),
                telephone(pid),
                address(pid));
    }

    Map<IdentifierKind, String> merged(Segment mrg) {
        return numbers(mrg, MRG_NUMBERS, "MRG^1^1");
    }

    /** CX: number, check digit, its code, authority, kind of number (table 0203). */
    private Map<IdentifierKind, String> numbers(Segment segment, int field, String location) {
        Map<IdentifierKind, String> numbers = new EnumMap<>(IdentifierKind.class);
        for (int i = 0; i < Math.min(segment.repetitions(field), MOST_NUMBERS); i++) {
            Optional<String> number = segment.value(field, i, 1);
            Optional<IdentifierKind> kind = number.flatMap(kind(segment, field, i)::apply);
            if (kind.isPresent()) {
                String normal = kind.get()
                        .normal(number.get())
                        .orElseThrow(
                                () -> Hl7Refused.failed(ErrorCode.DATA_TYPE, FaultCode.HL7_FIELD_INVALID, location));
                numbers.putIfAbsent(kind.get(), normal);
            }
        }
        return numbers;
    }

    private Function<String, Optional<IdentifierKind>> kind(Segment segment, int field, int i) {
        String authority = segment.value(field, i, 4).orElse("");
        String type = segment.value(field, i, 5).orElse("").toUpperCase(Locale.ROOT);
        boolean own = authority.isEmpty() || authority.equals(hospital) || authority.equals(sender);
        return number -> switch (type) {
            case "MR", "PI" -> own ? Optional.of(IdentifierKind.HOSPITAL) : Optional.empty();
            case "" -> own && !authority.isEmpty() ? Optional.of(IdentifierKind.HOSPITAL) : Optional.empty();
            case "NI", "NNVNM" ->
                Optional.of(
                        number.replace(" ", "").length() == OLD_NATIONAL_DIGITS
                                ? IdentifierKind.OLD_NATIONAL
                                : IdentifierKind.NATIONAL);
            case "HC", "NH" -> Optional.of(IdentifierKind.INSURANCE);
            case "PPN" -> Optional.of(IdentifierKind.PASSPORT);
            default -> Optional.empty();
        };
    }

    /** XPN. A Vietnamese name is family, middle, given: components 1, 3 and 2. The legal one, else the first. */
    private static Optional<String> name(Segment pid) {
        return IntStream.range(0, pid.repetitions(NAME))
                .boxed()
                .sorted((a, b) -> Boolean.compare(legal(pid, b), legal(pid, a)))
                .map(i -> Stream.of(pid.value(NAME, i, 1, 1), pid.value(NAME, i, 3), pid.value(NAME, i, 2))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")))
                .filter(it -> !it.isBlank())
                .findFirst();
    }

    private static boolean legal(Segment pid, int repetition) {
        return pid.value(NAME, repetition, 7).filter("L"::equals).isPresent();
    }

    private static BirthDate birthDate(String text) {
        return Hl7Time.date(text)
                .flatMap(BirthDate::parse)
                .orElseThrow(() -> Hl7Refused.failed(ErrorCode.DATA_TYPE, FaultCode.HL7_FIELD_INVALID, "PID^1^7"));
    }

    /** Table 0001. */
    private static Sex sex(String code) {
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "M" -> Sex.MALE;
            case "F" -> Sex.FEMALE;
            case "O", "U", "A", "N" -> Sex.UNKNOWN;
            default -> throw Hl7Refused.failed(ErrorCode.TABLE_VALUE_NOT_FOUND, FaultCode.HL7_FIELD_INVALID, "PID^1^8");
        };
    }

    /** XTN: the number as it is dialled stands in 12, in 7 behind an area code in 6, or by old habit in 1. */
    private static Optional<String> telephone(Segment pid) {
        return IntStream.range(0, pid.repetitions(TELEPHONE))
                .boxed()
                .flatMap(i -> pid
                        .value(TELEPHONE, i, 12)
                        .or(() -> pid.value(TELEPHONE, i, 7)
                                .map(local -> pid.value(TELEPHONE, i, 6).orElse("") + local))
                        .or(() -> pid.value(TELEPHONE, i, 1))
                        .stream())
                .findFirst();
    }

    /** XAD: street, other designation, county, city, province. */
    private static Optional<String> address(Segment pid) {
        String whole = Stream.of(1, 2, 9, 3, 4)
                .flatMap(component -> pid.value(ADDRESS, 0, component).stream())
                .collect(Collectors.joining(", "));
        return Optional.of(whole).filter(it -> !it.isEmpty());
    }
}
