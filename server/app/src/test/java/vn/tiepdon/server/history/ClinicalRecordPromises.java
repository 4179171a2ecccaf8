package vn.tiepdon.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@RecordApplicationEvents
abstract class ClinicalRecordPromises {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant MORNING = Instant.parse("2026-03-02T01:10:00Z");

    @Autowired
    TestHospitals hospitals;

    @Autowired
    ClinicalIntake intake;

    @Autowired
    ClinicalRecords records;

    @Autowired
    ChronicProgrammes programmes;

    @Autowired
    Visits visits;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEvents published;

    TestHospital hospital;
    PatientId patient;
    ClinicId clinic;

    @BeforeEach
    void aPatient() {
        hospital = hospitals.open();
        clinic = hospital.clinic("TIM", 10);
        patient = hospital.patient("Trần Văn An", "1955-02-03", Sex.MALE);
    }

    private <T> T write(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private List<IntakeResult> tell(IncomingVisit... told) {
        return write(() -> intake.write(hospital.id(), List.of(told)));
    }

    private IncomingVisit told(String source, VisitDetails details) {
        return new IncomingVisit(patient, clinic, DAY, source, details);
    }

    private static Observed measured(ObservationKind kind, String value, String source) {
        return new Observed(kind, new BigDecimal(value), MORNING, Optional.ofNullable(source));
    }

    private static Diagnosis diagnosis(String code) {
        return new Diagnosis(new Icd10(code), new Text("Bệnh " + code, "Illness " + code));
    }

    private static Prescribed drug(String name, String quantity) {
        return new Prescribed(
                Optional.of("40.1"),
                name,
                Optional.of("Uống"),
                "sáng 1 viên",
                Optional.of(new BigDecimal(quantity)),
                Optional.of("viên"),
                DAY,
                Optional.of(30));
    }

    private static VisitDetails whole() {
        return new VisitDetails(
                VisitKind.CHRONIC_DRUGS,
                diagnosis("I10"),
                List.of(diagnosis("E78.5"), diagnosis("N18.3")),
                Optional.of(MORNING),
                Optional.of(MORNING.plusSeconds(900)),
                Optional.of("012345/BYT-CCHN"),
                Optional.of("Tái khám theo hẹn"),
                Optional.of(Outcome.IMPROVED),
                Optional.of("Ăn nhạt"),
                Optional.of(DAY.plusDays(30)),
                List.of(drug("Amlodipin 5 mg", "30"), drug("Perindopril 5 mg", "15.500")),
                List.of(
                        measured(ObservationKind.SYSTOLIC, "150", null),
                        measured(ObservationKind.DIASTOLIC, "90.0", null)));
    }

    @Test
    void whatWasToldIsWhatIsRead() {
        assertThat(tell(told("LK001", whole()))).containsExactly(IntakeResult.NEW);
        Visit visit = records.visitOfSource(hospital.id(), "LK001").orElseThrow();
        assertThat(visit.details()).isEqualTo(whole());
        assertThat(visit.version()).isEqualTo(1);
        assertThat(records.visit(hospital.id(), visit.id())).contains(visit);
        assertThat(records.visits(hospital.id(), patient, 10)).containsExactly(visit);
        assertThat(records.visitsAfter(hospital.id(), 0, 10)).containsExactly(visit);
        assertThat(records.visitsAfter(hospital.id(), visit.id(), 10)).isEmpty();
        assertThat(records.observations(hospital.id(), patient, Set.of(ObservationKind.SYSTOLIC), 10))
                .containsExactly(measured(ObservationKind.SYSTOLIC, "150", null));
    }

    @Test
    void whatIsToldTwiceChangesNothing() {
        tell(told("LK001", whole()));
        assertThat(tell(told("LK001", whole()), told("LK002", whole())))
                .containsExactly(IntakeResult.SAME, IntakeResult.NEW);
        assertThat(tell(told("LK002", whole()), told("LK001", whole())))
                .containsExactly(IntakeResult.SAME, IntakeResult.SAME);
        assertThat(rows("visit")).isEqualTo(2);
        assertThat(rows("prescription")).isEqualTo(4);
        assertThat(rows("observation")).isEqualTo(4);
    }

    @Test
    void whatIsToldInOtherWordsReplacesTheVisitWhole() {
        tell(told("LK001", whole()));
        VisitDetails other = whole().with(
                        List.of(diagnosis("E11.9")),
                        List.of(drug("Metformin 850 mg", "60")),
                        List.of(measured(ObservationKind.GLUCOSE, "7.2", null)));
        PatientId right = hospital.patient("Trần Văn Ân", "1955-02-03", Sex.MALE);
        assertThat(tell(new IncomingVisit(right, clinic, DAY.plusDays(1), "LK001", other)))
                .containsExactly(IntakeResult.CHANGED);
        Visit visit = records.visitOfSource(hospital.id(), "LK001").orElseThrow();
        assertThat(visit.details()).isEqualTo(other);
        assertThat(visit.version()).isEqualTo(2);
        assertThat(visit.patient()).isEqualTo(right);
        assertThat(records.visits(hospital.id(), patient, 10)).isEmpty();
        assertThat(rows("prescription")).isEqualTo(1);
    }

    @Test
    void ofOneVisitTwiceInABatchTheLaterWordsCount() {
        VisitDetails later = whole().expecting(Optional.empty());
        assertThat(tell(told("LK001", whole()), told("LK001", later), told("LK001", later)))
                .containsExactly(IntakeResult.NEW, IntakeResult.CHANGED, IntakeResult.SAME);
        assertThat(records.visitOfSource(hospital.id(), "LK001").orElseThrow().details())
                .isEqualTo(later);
    }

    @Test
    void anObservationToldByItselfOutlivesTheReplacementOfItsVisit() {
        tell(told("LK001", whole()));
        long visit = records.visitOfSource(hospital.id(), "LK001").orElseThrow().id();
        IncomingObservation hba1c = new IncomingObservation(
                patient, Optional.of(visit), measured(ObservationKind.HBA1C, "7.1", "Observation/1"));
        assertThat(write(() -> intake.writeObservations(hospital.id(), List.of(hba1c, hba1c))))
                .containsExactly(IntakeResult.NEW, IntakeResult.SAME);
        assertThat(tell(told("LK001", whole()))).containsExactly(IntakeResult.SAME);
        assertThat(tell(told("LK001", whole().expecting(Optional.empty())))).containsExactly(IntakeResult.CHANGED);
        assertThat(records.observations(hospital.id(), patient, Set.of(ObservationKind.HBA1C), 10))
                .containsExactly(hba1c.observed());
        IncomingObservation corrected = new IncomingObservation(
                patient, Optional.empty(), measured(ObservationKind.HBA1C, "7.4", "Observation/1"));
        assertThat(write(() -> intake.writeObservations(hospital.id(), List.of(corrected))))
                .containsExactly(IntakeResult.CHANGED);
        assertThat(records.observations(hospital.id(), patient, Set.of(ObservationKind.HBA1C), 10))
                .containsExactly(corrected.observed());
    }

    @Test
    void withoutATransactionNothingIsTakenIn() {
        List<IncomingVisit> one = List.of(told("LK001", whole()));
        assertThatThrownBy(() -> intake.write(hospital.id(), one)).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(rows("visit")).isZero();
    }

    @Test
    void anotherHospitalsVisitWithTheSameIdIsAnotherVisit() {
        tell(told("LK001", whole()));
        TestHospital other = hospitals.open();
        ClinicId there = other.clinic("TIM", 10);
        PatientId same = other.patient("Trần Văn An", "1955-02-03", Sex.MALE);
        assertThat(write(
                        () -> intake.write(other.id(), List.of(new IncomingVisit(same, there, DAY, "LK001", whole())))))
                .containsExactly(IntakeResult.NEW);
        assertThat(records.visitOfSource(hospital.id(), "LK001").orElseThrow().patient())
                .isEqualTo(patient);
    }

    @Test
    void manyVisitsTakeAsManyQueriesAsOne() {
        List<IncomingVisit> many = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            many.add(new IncomingVisit(patient, clinic, DAY.plusDays(i), "LK" + i, whole()));
        }
        assertThat(tell(many.toArray(IncomingVisit[]::new))).hasSize(600).containsOnly(IntakeResult.NEW);
        AtomicInteger queries = new AtomicInteger();
        JdbcClient counted = JdbcClient.create(counting(queries));
        ClinicalRecords counting = new ClinicalRecords(counted, new VisitParts(counted));
        assertThat(counting.visits(hospital.id(), patient, 1)).hasSize(1);
        assertThat(queries.getAndSet(0)).isEqualTo(4);
        List<Visit> newest = counting.visits(hospital.id(), patient, 50);
        assertThat(queries.getAndSet(0)).isEqualTo(4);
        assertThat(newest).hasSize(50).allMatch(it -> it.details().equals(whole()));
        assertThat(newest.get(0).day()).isEqualTo(DAY.plusDays(599));
        assertThat(counting.visitsBefore(hospital.id(), patient, newest.get(49).id(), 2))
                .extracting(Visit::day)
                .containsExactly(DAY.plusDays(549), DAY.plusDays(548));
        assertThat(counting.visits(hospital.id(), patient, 1_000_000)).hasSize(600);
    }

    @Test
    void theProgrammesFollowTheLatestWord() {
        hospital.programme(patient, "HYPERTENSION", clinic, DAY);
        LocalDate next = LocalDate.of(2126, 1, 1);
        tell(told("LK001", whole().expecting(Optional.of(next))), told("LK002", whole()));
        assertThat(programmes.of(hospital.id(), patient))
                .extracting(ProgrammeMembership::due)
                .containsExactly(Optional.of(next));
    }

    @Test
    void ofASensitiveVisitNobodyHears() {
        tell(told("LK001", VisitDetails.of(VisitKind.EXAMINATION, diagnosis("B20"))), told("LK002", whole()));
        assertThat(published.stream(VisitsTakenIn.class)).singleElement().satisfies(it -> assertThat(it.visits())
                .hasSize(1));
    }

    @Test
    void theRoomCorrectsTodaysVisitAndOnlyOnceFromOnePage() {
        StaffMember doctor = new StaffMember(hospital.id(), "bacsi", "Bác sĩ", Set.of(Role.ROOM));
        LocalDate today = TestHospital.today();
        long id = write(
                () -> visits.record(doctor, "test", new NewVisit(patient, clinic, today, Optional.empty(), whole())));
        Visit seen = records.visit(hospital.id(), id).orElseThrow();
        VisitDetails other = VisitDetails.of(VisitKind.EXAMINATION, diagnosis("I11.9"));
        assertThat(visits.correct(doctor, "test", seen, other)).isEqualTo(Corrected.DONE);
        assertThat(visits.correct(doctor, "test", seen, whole())).isEqualTo(Corrected.STALE);
        Visit corrected = records.visit(hospital.id(), id).orElseThrow();
        assertThat(corrected.details()).isEqualTo(other);
        assertThat(corrected.version()).isEqualTo(2);
        assertThat(published.stream(VisitRecorded.class)).hasSize(2);
        assertThat(jdbc.sql("select action from audit where facility_id = ? and object = ? order by at")
                        .params(hospital.id().value(), "visit " + id)
                        .query(String.class)
                        .list())
                .containsExactly("visit.record", "visit.correct");
    }

    @Test
    void yesterdaysVisitIsCorrectedByAnAdministratorAlone() {
        StaffMember doctor = new StaffMember(hospital.id(), "bacsi", "Bác sĩ", Set.of(Role.ROOM));
        StaffMember admin = new StaffMember(hospital.id(), "quantri", "Quản trị", Set.of(Role.ADMIN));
        tell(told("LK001", whole()));
        Visit old = records.visitOfSource(hospital.id(), "LK001").orElseThrow();
        assertThat(visits.correct(doctor, "test", old, whole())).isEqualTo(Corrected.TOO_LATE);
        assertThat(visits.correct(admin, "test", old, whole())).isEqualTo(Corrected.DONE);
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where facility_id = ?")
                .param(hospital.id().value())
                .query(Integer.class)
                .single();
    }

    private DataSource counting(AtomicInteger queries) {
        return (DataSource) proxy(
                DataSource.class,
                database,
                (name, result) -> name.equals("getConnection")
                        ? proxy(Connection.class, result, (call, prepared) -> {
                            if (call.equals("prepareStatement")) {
                                queries.incrementAndGet();
                            }
                            return prepared;
                        })
                        : result);
    }

    private static Object proxy(Class<?> type, Object target, After after) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            try {
                return after.apply(method.getName(), method.invoke(target, arguments));
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }

    @FunctionalInterface
    private interface After {
        Object apply(String method, Object result);
    }
}

@OnH2
class ClinicalRecordOnH2Test extends ClinicalRecordPromises {}

@OnPostgres
class ClinicalRecordOnPostgresTest extends ClinicalRecordPromises {}
