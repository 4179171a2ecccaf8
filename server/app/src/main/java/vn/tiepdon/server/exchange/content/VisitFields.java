package vn.tiepdon.server.exchange.content;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.exchange.SourceItem;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.DiagnosisCatalogue;
import vn.tiepdon.server.history.Icd10;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.Outcome;
import vn.tiepdon.server.history.Prescribed;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.history.VisitKind;

/** A visit in the fields of XML1, with the rows of XML2, XML4 and XML14 that belong to it. */
@Component
public class VisitFields {

    public static final String SOURCE = "MA_LK";

    private static final int LONGEST_DEPARTMENT = 50;
    private static final String DOCTOR = "MA_BAC_SI";
    private static final String DAY = "NGAY";
    private static final String ARRIVED = "NGAY_VAO";

    private final DiagnosisFields diagnoses;

    @Autowired
    VisitFields(DiagnosisCatalogue catalogue) {
        this(catalogue::find);
    }

    VisitFields(Function<Icd10, Optional<Diagnosis>> catalogue) {
        this.diagnoses = new DiagnosisFields(catalogue);
    }

    /**
     * What a record holds of a visit beside XML1.
     *
     * @param drugs rows of XML2
     * @param results rows of XML4
     * @param next XML14, the slip for the next visit
     */
    public record Parts(List<Fields> drugs, List<Fields> results, Optional<Fields> next) {

        public static final Parts NONE = new Parts(List.of(), List.of(), Optional.empty());
    }

    /**
     * @param uninterpreted gets an entry for each row that is not interpreted
     * @throws RefusedException naming the field that is to blame
     */
    public VisitPart read(Fields fields, Parts parts, ZoneId zone, List<String> uninterpreted) throws RefusedException {
        String source = fields.required(SOURCE, SourceItem.LONGEST_SOURCE);
        String arrivedText = fields.required(ARRIVED, Integer.MAX_VALUE);
        Instant beginning = fields.read(ARRIVED, RefusalReason.DATE_INVALID, it -> InsuranceDates.minute(it, zone))
                .orElseThrow();
        Reserve reserve = Reserve.read(fields);
        LocalDate day = reserve.get(DAY)
                .flatMap(InsuranceDates::day)
                .orElseGet(() -> beginning.atZone(zone).toLocalDate());
        List<Diagnosis> illnesses = diagnoses.read(fields);
        VisitDetails details = new VisitDetails(
                fields.read("MA_LOAI_KCB", RefusalReason.CODE_UNKNOWN, VisitKind::of)
                        .orElse(VisitKind.EXAMINATION),
                illnesses.get(0),
                illnesses.subList(1, illnesses.size()),
                Optional.of(beginning).filter(it -> InsuranceDates.hasTime(arrivedText)),
                fields.read("NGAY_RA", RefusalReason.DATE_INVALID, it -> InsuranceDates.minute(it, zone)),
                doctor(reserve, parts),
                fields.text("LY_DO_VV", VisitDetails.LONGEST_REASON),
                fields.read("KET_QUA_DTRI", RefusalReason.CODE_UNKNOWN, VisitFields::outcome),
                fields.text("GHI_CHU", VisitDetails.LONGEST_ADVICE),
                next(fields, parts),
                drugs(parts, day),
                observations(fields, parts, beginning, zone, uninterpreted));
        return new VisitPart(source, fields.text("MA_KHOA", LONGEST_DEPARTMENT), day, details);
    }

    private static Optional<String> doctor(Reserve reserve, Parts parts) throws RefusedException {
        Optional<String> told = reserve.get(DOCTOR);
        List<Fields> rows = new ArrayList<>(parts.drugs());
        parts.next().ifPresent(rows::add);
        for (Fields row : rows) {
            told = told.or(() -> row.list(DOCTOR).stream().findFirst());
        }
        return told.filter(it -> it.length() <= VisitDetails.LONGEST_DOCTOR);
    }

    private static Optional<LocalDate> next(Fields fields, Parts parts) throws RefusedException {
        // Several dates are several visits to come; the record knows the first.
        List<String> dates = fields.list("NGAY_TAI_KHAM");
        if (!dates.isEmpty()) {
            return Optional.of(InsuranceDates.day(dates.get(0))
                    .orElseThrow(() -> new RefusedException(RefusalReason.DATE_INVALID, "NGAY_TAI_KHAM")));
        }
        return parts.next().isEmpty()
                ? Optional.empty()
                : parts.next().get().read("NGAY_HEN_KL", RefusalReason.DATE_INVALID, InsuranceDates::day);
    }

    private static List<Prescribed> drugs(Parts parts, LocalDate day) throws RefusedException {
        if (parts.drugs().size() > VisitDetails.MOST_PRESCRIPTIONS) {
            throw new RefusedException(RefusalReason.TOO_LARGE, "XML2");
        }
        List<Prescribed> drugs = new ArrayList<>();
        for (Fields row : parts.drugs()) {
            drugs.add(DrugFields.read(row, day));
        }
        return drugs;
    }

    private static List<Observed> observations(
            Fields fields, Parts parts, Instant beginning, ZoneId zone, List<String> uninterpreted)
            throws RefusedException {
        List<Observed> measured = new ArrayList<>();
        weight(fields)
                .ifPresent(it -> measured.add(new Observed(ObservationKind.WEIGHT, it, beginning, Optional.empty())));
        for (Fields row : parts.results()) {
            Optional<Observed> result = ResultFields.read(row, beginning, zone);
            result.ifPresentOrElse(measured::add, () -> uninterpreted.add("XML4"));
        }
        if (measured.size() > VisitDetails.MOST_OBSERVATIONS) {
            throw new RefusedException(RefusalReason.TOO_LARGE, "XML4");
        }
        return measured;
    }

    private static Optional<BigDecimal> weight(Fields fields) throws RefusedException {
        // Zero is written by those who did not weigh.
        Optional<BigDecimal> weight = fields.number("CAN_NANG").filter(it -> it.signum() != 0);
        if (weight.filter(it -> !ObservationKind.WEIGHT.plausible(it)).isPresent()) {
            throw new RefusedException(RefusalReason.NUMBER_INVALID, "CAN_NANG");
        }
        return weight;
    }

    private static Optional<Outcome> outcome(String code) {
        return code.length() == 1 && Character.isDigit(code.charAt(0))
                ? Outcome.of(code.charAt(0) - '0')
                : Optional.empty();
    }

    /**
     * The fields of XML1 of a visit.
     *
     * @param clinic its code
     */
    public static Map<String, String> write(Visit visit, String clinic, ZoneId zone) {
        VisitDetails details = visit.details();
        Instant beginning = beginning(visit, zone);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(SOURCE, source(visit));
        fields.put("LY_DO_VV", details.reason().orElse(""));
        fields.putAll(DiagnosisFields.write(details));
        fields.put(ARRIVED, InsuranceDates.minute(beginning, zone));
        fields.put(
                "NGAY_RA",
                details.left().map(it -> InsuranceDates.minute(it, zone)).orElse(""));
        fields.put(
                "KET_QUA_DTRI",
                details.outcome().map(it -> Integer.toString(it.code())).orElse(""));
        fields.put("GHI_CHU", details.advice().orElse(""));
        fields.put("MA_LOAI_KCB", details.kind().code());
        fields.put("MA_KHOA", clinic);
        fields.put(
                "CAN_NANG",
                weighed(visit, zone).map(it -> it.value().toPlainString()).orElse(""));
        fields.put("NGAY_TAI_KHAM", details.next().map(InsuranceDates::day).orElse(""));
        Map<String, String> reserve = new LinkedHashMap<>();
        details.doctor().ifPresent(it -> reserve.put(DOCTOR, it));
        if (!beginning.atZone(zone).toLocalDate().equals(visit.day())) {
            reserve.put(DAY, InsuranceDates.day(visit.day()));
        }
        fields.put(Reserve.NAME, Reserve.write(reserve));
        return fields;
    }

    /** The rows of XML2 of a visit. */
    public static List<Map<String, String>> drugs(Visit visit) {
        return visit.details().prescriptions().stream()
                .map(it -> DrugFields.write(it, visit.details().doctor()))
                .toList();
    }

    /** The rows of XML4 of a visit: all that was measured but the weight that stands in XML1. */
    public static List<Map<String, String>> results(Visit visit, ZoneId zone) {
        List<Observed> rows = new ArrayList<>(visit.details().observations());
        weighed(visit, zone).ifPresent(rows::remove);
        return rows.stream().map(it -> ResultFields.write(it, zone)).toList();
    }

    /** What the visit is called: by the system that told of it, or by us. */
    public static String source(Visit visit) {
        return visit.sourceId().orElse("TIEPDON-" + visit.id());
    }

    private static Instant beginning(Visit visit, ZoneId zone) {
        return visit.details()
                .arrived()
                .orElseGet(() -> visit.day().atStartOfDay(zone).toInstant());
    }

    private static Optional<Observed> weighed(Visit visit, ZoneId zone) {
        Instant beginning = beginning(visit, zone);
        return visit.details().observations().stream()
                .filter(it -> it.kind() == ObservationKind.WEIGHT && it.at().equals(beginning))
                .findFirst();
    }
}
