package vn.tiepdon.server.exchange.content;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.NewPatient;
import vn.tiepdon.server.patient.PatientDetails;

/** The fields of XML1 that say who it is. */
public final class PersonFields {

    public static final List<String> NAMES =
            List.of("MA_BN", "HO_TEN", "SO_CCCD", "NGAY_SINH", "GIOI_TINH", "DIA_CHI", "DIEN_THOAI", "MA_THE_BHYT");

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_ADDRESS = 1_024;
    private static final int LONGEST_TELEPHONE = 20;
    private static final List<IdentifierKind> PAPERS =
            List.of(IdentifierKind.NATIONAL, IdentifierKind.OLD_NATIONAL, IdentifierKind.PASSPORT);

    private PersonFields() {}

    /** @throws RefusedException naming the field that is to blame */
    public static NewPatient read(Fields fields) throws RefusedException {
        BirthDate born = fields.read("NGAY_SINH", RefusalReason.DATE_INVALID, InsuranceDates::birth)
                .orElseThrow(() -> new RefusedException(RefusalReason.FIELD_MISSING, "NGAY_SINH"));
        Sex sex = fields.read("GIOI_TINH", RefusalReason.CODE_UNKNOWN, PersonFields::sex)
                .orElse(Sex.UNKNOWN);
        try {
            return new NewPatient(
                    fields.required("HO_TEN", LONGEST_NAME),
                    born,
                    sex,
                    identifiers(fields),
                    fields.text("DIEN_THOAI", LONGEST_TELEPHONE),
                    fields.text("DIA_CHI", LONGEST_ADDRESS));
        } catch (IllegalArgumentException unkeepable) {
            throw new RefusedException(RefusalReason.NOT_STORABLE, "HO_TEN");
        }
    }

    private static Map<IdentifierKind, String> identifiers(Fields fields) throws RefusedException {
        Map<IdentifierKind, String> numbers = new EnumMap<>(IdentifierKind.class);
        Optional<String> code = fields.text("MA_BN", LONGEST_CODE);
        if (code.isPresent()) {
            numbers.put(IdentifierKind.HOSPITAL, normal(IdentifierKind.HOSPITAL, code.get(), "MA_BN"));
        }
        // Two papers, as "001190000123;012345678", are met in the field.
        for (String paper : fields.list("SO_CCCD")) {
            IdentifierKind kind = PAPERS.stream()
                    .filter(it -> it.normal(paper).isPresent())
                    .findFirst()
                    .orElseThrow(() -> new RefusedException(RefusalReason.NUMBER_INVALID, "SO_CCCD"));
            numbers.put(kind, normal(kind, paper, "SO_CCCD"));
        }
        // Several cards in the time of one visit are one insurance number; the last one is the newest.
        for (String card : fields.list("MA_THE_BHYT")) {
            // Since 08/2025 the personal number may stand in the place of the card's.
            IdentifierKind kind = IdentifierKind.NATIONAL.normal(card).isPresent()
                    ? IdentifierKind.NATIONAL
                    : IdentifierKind.INSURANCE;
            String number = normal(kind, card, "MA_THE_BHYT");
            if (kind == IdentifierKind.INSURANCE || !numbers.containsKey(kind)) {
                numbers.put(kind, number);
            }
        }
        if (numbers.isEmpty()) {
            throw new RefusedException(RefusalReason.FIELD_MISSING, "MA_BN");
        }
        return numbers;
    }

    private static String normal(IdentifierKind kind, String written, String field) throws RefusedException {
        return kind.normal(written).orElseThrow(() -> new RefusedException(RefusalReason.NUMBER_INVALID, field));
    }

    private static Optional<Sex> sex(String code) {
        return switch (code) {
            case "1" -> Optional.of(Sex.MALE);
            case "2" -> Optional.of(Sex.FEMALE);
            case "3" -> Optional.of(Sex.UNKNOWN);
            default -> Optional.empty();
        };
    }

    /** By the names of {@link #NAMES}. */
    public static Map<String, String> write(PatientDetails person) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MA_BN", person.number(IdentifierKind.HOSPITAL).orElse(""));
        fields.put("HO_TEN", person.patient().fullName());
        fields.put(
                "SO_CCCD",
                String.join(
                        ";",
                        PAPERS.stream()
                                .flatMap(kind -> person.number(kind).stream())
                                .toList()));
        fields.put("NGAY_SINH", InsuranceDates.birth(person.patient().birthDate()));
        fields.put(
                "GIOI_TINH",
                switch (person.patient().sex()) {
                    case MALE -> "1";
                    case FEMALE -> "2";
                    case UNKNOWN -> "3";
                });
        fields.put("DIA_CHI", person.address().orElse(""));
        fields.put("DIEN_THOAI", person.telephone().orElse(""));
        fields.put("MA_THE_BHYT", person.number(IdentifierKind.INSURANCE).orElse(""));
        return fields;
    }
}
