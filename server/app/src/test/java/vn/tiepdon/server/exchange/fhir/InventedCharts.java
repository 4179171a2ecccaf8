package vn.tiepdon.server.exchange.fhir;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.server.appointment.Appointment;
import vn.tiepdon.server.appointment.AppointmentId;
import vn.tiepdon.server.appointment.AppointmentState;
import vn.tiepdon.server.appointment.Origin;
import vn.tiepdon.server.appointment.Place;
import vn.tiepdon.server.appointment.Slot;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.history.Allergy;
import vn.tiepdon.server.history.ChronicDiagnosis;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.Drug;
import vn.tiepdon.server.history.EmergencyData;
import vn.tiepdon.server.history.Icd10;
import vn.tiepdon.server.history.Kept;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.Outcome;
import vn.tiepdon.server.history.PersonalTarget;
import vn.tiepdon.server.history.Prescribed;
import vn.tiepdon.server.history.Programme;
import vn.tiepdon.server.history.ProgrammeMembership;
import vn.tiepdon.server.history.TargetRange;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.history.VisitKind;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.Identifier;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientId;

/** Charts of people who do not exist, with everything that a chart can hold. */
final class InventedCharts {

    static final Facility HOSPITAL = new Facility(
            new FacilityId(1),
            "01999",
            new Text("Bệnh viện Thử", "Test hospital"),
            new Text("quầy số 1", "desk 1"),
            ZoneId.of("Asia/Ho_Chi_Minh"),
            LocalTime.of(3, 0));

    private static final Instant TOLD = Instant.parse("2026-02-28T02:03:04.567Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Random random;

    InventedCharts(long seed) {
        this.random = new Random(seed);
    }

    /** Nobody asked this patient anything. */
    Chart blank() {
        return knowing(new Kept<>(EmergencyData.NONE, null, 0));
    }

    /** Another system told of an illness. */
    Chart ill() {
        List<ChronicDiagnosis> told =
                List.of(new ChronicDiagnosis(new Icd10("I10"), "Tăng huyết áp", Optional.empty()));
        EmergencyData emergency = new EmergencyData(Optional.empty(), List.of(), told, List.of());
        return knowing(new Kept<>(emergency, TODAY, 1));
    }

    private Chart knowing(Kept<EmergencyData> emergency) {
        return new Chart(
                HOSPITAL,
                patient(),
                List.of(),
                List.of(),
                emergency,
                new Kept<>(List.of(), null, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Changes.UNKNOWN,
                TODAY);
    }

    /** One visit of each kind, each with all kinds of results. */
    Chart full() {
        List<Visit> visits = new ArrayList<>();
        for (VisitKind kind : VisitKind.values()) {
            visits.add(visit(kind, visits.size() + 1));
        }
        EmergencyData emergency = new EmergencyData(
                Optional.empty(),
                List.of(
                        new Allergy("Penicillin", Severity.SEVERE),
                        new Allergy("Hải sản", Severity.UNKNOWN),
                        new Allergy("Aspirin", Severity.MODERATE),
                        new Allergy("Phấn hoa", Severity.MILD)),
                List.of(
                        new ChronicDiagnosis(new Icd10("E11.9"), "Đái tháo đường", Optional.of(TODAY.minusYears(4))),
                        new ChronicDiagnosis(new Icd10("B20"), "HIV", Optional.empty())),
                List.of());
        return new Chart(
                HOSPITAL,
                patient(),
                visits,
                List.of(new Observed(
                        ObservationKind.SYSTOLIC,
                        BigDecimal.valueOf(141),
                        Instant.parse("2026-02-01T01:02:03Z"),
                        Optional.of("MAY-1#SYSTOLIC"))),
                new Kept<>(emergency, TODAY.minusDays(9), 1),
                new Kept<>(
                        List.of(
                                new Drug("Metformin 500 mg", "2 viên/ngày", TODAY, 30),
                                new Drug("Metformin 500 mg", "1 viên buổi tối", TODAY.minusDays(2), 90),
                                new Drug("Amlodipin 5 mg", "Sáng 1 viên", TODAY.minusDays(60), 1)),
                        TODAY.minusDays(1),
                        1),
                List.of(
                        target(ObservationKind.SYSTOLIC, null, "150"),
                        target(ObservationKind.FASTING_GLUCOSE, "5", "8.3"),
                        target(ObservationKind.GLUCOSE, null, "11"),
                        target(ObservationKind.SPO2, "88", null)),
                List.of(
                        member(
                                Programme.DIABETES,
                                Optional.of(TODAY.minusYears(3)),
                                Optional.of(TODAY.plusDays(9)),
                                Optional.of(30)),
                        member(
                                Programme.HYPERTENSION,
                                Optional.empty(),
                                Optional.of(TODAY.minusDays(9)),
                                Optional.empty()),
                        member(Programme.COPD, Optional.of(TODAY), Optional.empty(), Optional.of(90))),
                Stream.of(AppointmentState.values())
                        .map(InventedCharts::appointment)
                        .toList(),
                List.of(new PatientId(7)),
                new Changes(Map.of(1L, TOLD), Map.of(), Optional.of(TOLD)),
                TODAY);
    }

    private static PersonalTarget target(ObservationKind kind, String low, String high) {
        TargetRange range = new TargetRange(
                Optional.ofNullable(low).map(BigDecimal::new),
                Optional.ofNullable(high).map(BigDecimal::new));
        return new PersonalTarget(kind, range, "bs.lan", TODAY.minusDays(5));
    }

    private static ProgrammeMembership member(
            Programme programme, Optional<LocalDate> since, Optional<LocalDate> due, Optional<Integer> drugDays) {
        return new ProgrammeMembership(programme, new ClinicId(3), since, due, drugDays);
    }

    private static Appointed appointment(AppointmentState state) {
        boolean bare = state == AppointmentState.CANCELLED;
        Slot slot = new Slot(TODAY.plusDays(state.ordinal()), LocalTime.of(8, 30));
        Appointment kept = new Appointment(
                AppointmentId.parse("00000000-0000-4000-8000-00000000000" + state.ordinal())
                        .orElseThrow(),
                new PatientId(12),
                new ClinicId(3),
                new Place(slot, 1),
                state,
                Origin.SYSTEM,
                bare ? Optional.empty() : Optional.of("HEN" + state.ordinal()),
                bare ? Optional.empty() : Optional.of("Nhịn ăn sáng"),
                Optional.empty(),
                1);
        return new Appointed(
                kept,
                bare ? OptionalInt.empty() : OptionalInt.of(15),
                bare ? Optional.empty() : Optional.of(Instant.parse("2026-03-01T02:03:04Z")));
    }

    private PatientDetails patient() {
        LocalDate from = LocalDate.of(2021, 1, 1);
        return new PatientDetails(
                new Patient(new PatientId(12), "Nguyễn Thị Minh", new BirthDate("1950"), Sex.FEMALE, "BN000012"),
                List.of(
                        new Identifier(IdentifierKind.HOSPITAL, "BN000012", from, Optional.empty(), true),
                        new Identifier(IdentifierKind.NATIONAL, "001150000012", from, Optional.empty(), true),
                        new Identifier(IdentifierKind.INSURANCE, "0115000012", from, Optional.empty(), true),
                        new Identifier(IdentifierKind.OLD_NATIONAL, "011500012", from, Optional.of(TODAY), true)),
                Optional.of("0900000012"),
                Optional.of("Xã Thử, tỉnh Thử"),
                Instant.parse("2026-01-05T02:03:04.567Z"),
                3);
    }

    private Visit visit(VisitKind kind, long id) {
        LocalDate day = TODAY.minusDays(30 * id);
        Instant arrived =
                day.atTime(7, random.nextInt(60)).atZone(HOSPITAL.zone()).toInstant();
        List<Observed> measured = new ArrayList<>();
        for (ObservationKind one : ObservationKind.values()) {
            double part = random.nextDouble();
            double value = one.least().doubleValue()
                    + part * (one.most().doubleValue() - one.least().doubleValue());
            measured.add(new Observed(one, BigDecimal.valueOf(value), arrived, Optional.empty()));
        }
        boolean bare = id % 3 == 0;
        VisitDetails details = new VisitDetails(
                kind,
                new Diagnosis(new Icd10("I10"), new Text("Tăng huyết áp vô căn", "Essential hypertension")),
                bare ? List.of() : List.of(Diagnosis.named(new Icd10("F32.1"), "Trầm cảm")),
                bare ? Optional.empty() : Optional.of(arrived),
                bare ? Optional.empty() : Optional.of(arrived.plusSeconds(3600)),
                bare ? Optional.empty() : Optional.of("BS.00012"),
                bare ? Optional.empty() : Optional.of("Đau đầu"),
                bare ? Optional.empty() : Optional.of(Outcome.values()[(int) id % Outcome.values().length]),
                bare ? Optional.empty() : Optional.of("Ăn nhạt"),
                bare ? Optional.empty() : Optional.of(day.plusDays(28)),
                List.of(
                        new Prescribed(
                                Optional.of("40.501"),
                                "Amlodipin 5 mg",
                                Optional.of("Uống"),
                                "Sáng 1 viên",
                                Optional.of(BigDecimal.valueOf(28)),
                                Optional.of("Viên"),
                                day,
                                Optional.of(28)),
                        new Prescribed(
                                Optional.empty(),
                                "Paracetamol 500 mg",
                                Optional.empty(),
                                "Khi đau",
                                Optional.empty(),
                                Optional.empty(),
                                day,
                                Optional.empty())),
                measured);
        return new Visit(id, new PatientId(12), new ClinicId(3), day, Optional.of("LK" + id), details, 1);
    }
}
