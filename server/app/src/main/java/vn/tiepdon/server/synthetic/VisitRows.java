package vn.tiepdon.server.synthetic;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vn.tiepdon.server.history.Programme;

/** An invented visit with all that a doctor writes down: what was measured, what was prescribed. */
final class VisitRows {

    private static final String CHRONIC_CARE = "05";
    private static final String EXAMINATION = "01";
    private static final String ACUTE = "ACUTE";
    private static final int IMPROVED = 2;
    private static final int UNCHANGED = 3;
    static final int SUPPLY_DAYS = 30;
    private static final int ACUTE_DAYS = 7;

    private final Map<String, Weighted<DrugLine>> drugs;
    private final long seed;
    private final ZoneId zone;
    private long visits;
    private long observations;

    /** @param drugs by programme, and {@code ACUTE} for all other visits */
    VisitRows(List<DrugLine> drugs, long seed, ZoneId zone) {
        this.drugs = drugs.stream()
                .collect(groupingBy(
                        DrugLine::group, collectingAndThen(toList(), list -> new Weighted<>(list, DrugLine::weight))));
        this.seed = seed;
        this.zone = zone;
    }

    long visits() {
        return visits;
    }

    /**
     * @param next the day of the next visit; null when there is none to come
     * @param beside another diagnosis; null for none
     */
    void add(
            Rows rows,
            int facility,
            long patient,
            int clinic,
            InventedVisits.Visit visit,
            LocalDate next,
            Diagnosis beside) {
        long id = ++visits;
        RandomGenerator random = new SplittableRandom(seed * 13 + id);
        boolean chronic = isProgramme(visit.where());
        Diagnosis diagnosis = visit.diagnosis();
        OffsetDateTime arrived = visit.day()
                .atTime(LocalTime.of(6, 30).plusMinutes(random.nextInt(240)))
                .atZone(zone)
                .toOffsetDateTime();
        rows.add(
                FilledTable.VISIT,
                facility,
                id,
                patient,
                clinic,
                visit.day(),
                diagnosis.icd10(),
                diagnosis.vi(),
                diagnosis.en(),
                next,
                chronic ? CHRONIC_CARE : EXAMINATION,
                arrived,
                arrived.plusMinutes(40 + random.nextInt(110)),
                (10_000 + facility * 40 + clinic) + "/NB-GPHN",
                chronic ? "Tái khám định kỳ" : "Khám bệnh",
                random.nextInt(100) < 70 ? IMPROVED : UNCHANGED,
                chronic ? "Uống thuốc đều, ăn nhạt, tái khám đúng hẹn" : null);
        if (beside != null) {
            rows.add(FilledTable.VISIT_DIAGNOSIS, facility, id, 1, beside.icd10(), beside.vi(), beside.en());
        }
        prescribe(rows, facility, patient, id, visit, chronic);
        if (chronic) {
            measure(rows, facility, patient, id, visit, arrived.plusMinutes(15), random);
        }
    }

    private static boolean isProgramme(String where) {
        for (Programme programme : Programme.values()) {
            if (programme.name().equals(where)) {
                return true;
            }
        }
        return false;
    }

    /** In a programme the same drugs each month: drawn by the patient, not by the visit. */
    private void prescribe(
            Rows rows, int facility, long patient, long visitId, InventedVisits.Visit visit, boolean chronic) {
        String group = chronic ? visit.where() : ACUTE;
        RandomGenerator steady = new SplittableRandom(seed * 31 + (chronic ? patient * 8 + group.length() : visitId));
        Map<String, DrugLine> prescribed = new LinkedHashMap<>();
        for (int i = 1 + steady.nextInt(chronic ? 3 : 2); i > 0; i--) {
            DrugLine drug = drugs.get(group).draw(steady);
            prescribed.putIfAbsent(drug.drug(), drug);
        }
        int days = chronic ? SUPPLY_DAYS : ACUTE_DAYS;
        int item = 0;
        for (DrugLine drug : prescribed.values()) {
            rows.add(
                    FilledTable.PRESCRIPTION,
                    facility,
                    visitId,
                    ++item,
                    patient,
                    drug.drug(),
                    "Uống",
                    drug.dosage(),
                    BigDecimal.valueOf(days),
                    "viên",
                    visit.day(),
                    days);
        }
    }

    private void measure(
            Rows rows,
            int facility,
            long patient,
            long visitId,
            InventedVisits.Visit visit,
            OffsetDateTime at,
            RandomGenerator random) {
        RandomGenerator steady = new SplittableRandom(seed * 37 + patient);
        long systolic = 118 + steady.nextInt(34) + random.nextInt(15);
        Measured one = (kind, value, scale) -> rows.add(
                FilledTable.OBSERVATION,
                facility,
                ++observations,
                patient,
                visitId,
                kind,
                BigDecimal.valueOf(value, scale),
                at);
        one.is("SYSTOLIC", systolic, 0);
        one.is("DIASTOLIC", systolic * 6 / 10 + random.nextInt(8), 0);
        boolean thisQuarter = visit.day().getMonthValue() % 3 == 0;
        if (visit.where().equals(Programme.DIABETES.name())) {
            long sugar = 62 + steady.nextInt(40) + random.nextInt(18);
            one.is("FASTING_GLUCOSE", sugar, 1);
            if (thisQuarter) {
                one.is("HBA1C", sugar * 8 / 10 + 9, 1);
            }
        } else if (visit.where().equals(Programme.COPD.name()) && thisQuarter) {
            long fvc = 210 + steady.nextInt(120);
            long share = 52 + steady.nextInt(17) + random.nextInt(3);
            one.is("FVC", fvc, 2);
            one.is("FEV1", fvc * share / 100, 2);
            one.is("FEV1_FVC", share, 0);
        }
    }

    /** A value in the kind's own unit, as {@code history.ObservationKind} has it. */
    private interface Measured {

        void is(String kind, long unscaled, int scale);
    }
}
