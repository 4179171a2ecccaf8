package vn.tiepdon.server.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

abstract class PatientRegisterPromises {

    private static final String BY = "letan";

    @Autowired
    TestHospitals hospitals;

    @Autowired
    PatientRegister register;

    @Autowired
    PatientDirectory directory;

    @Autowired
    Patients patients;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    TestHospital hospital;

    @BeforeEach
    void aHospital() {
        hospital = hospitals.open();
    }

    @Test
    void whoHasNoCodeIsGivenTheNextOneThatNobodyHas() {
        enter(person("Trần Văn Sơn", "1960", IdentifierKind.HOSPITAL, "BN000002"));
        PatientId second = enter(person("Lê Thị Cúc", "1961-05-06", IdentifierKind.NATIONAL, "001161000001"));
        assertThat(patients.find(hospital.id(), second).orElseThrow().hospitalCode())
                .isEqualTo("BN000003");
        assertThat(audited("patient.register")).isEqualTo(2);
    }

    @Test
    void aNumberThatNamesAnotherIsRefused() {
        enter(person("Trần Văn Sơn", "1960", IdentifierKind.NATIONAL, "001060000001"));
        assertThatThrownBy(() -> enter(person("Lê Thị Cúc", "1961", IdentifierKind.NATIONAL, "001060000001")))
                .isInstanceOf(IdentifierTakenException.class);
        assertThat(people()).isEqualTo(1);
    }

    @Test
    void theSamePeopleToldTwiceAreFoundTheSecondTime() {
        List<NewPatient> file = List.of(
                person("Trần Văn Sơn", "1960-02-03", IdentifierKind.NATIONAL, "001060000001"),
                person("Lê Thị Cúc", "1961", IdentifierKind.HOSPITAL, "BV-77"),
                person("Trần Văn Sơn", "1960-02-03", IdentifierKind.NATIONAL, "001060000001"));
        List<Resolution> first = register.resolve(hospital.id(), file, BY);
        assertThat(first.get(0)).isInstanceOf(Resolution.Registered.class);
        assertThat(first.get(1)).isInstanceOf(Resolution.Registered.class);
        assertThat(first.get(2)).isInstanceOf(Resolution.Found.class);
        assertThat(first.get(2).patient()).isEqualTo(first.get(0).patient());
        assertThat(register.resolve(hospital.id(), file, BY)).allMatch(Resolution.Found.class::isInstance);
        assertThat(people()).isEqualTo(2);
    }

    @Test
    void twoNumbersOfTwoPeopleConflict() {
        PatientId son = enter(person("Trần Văn Sơn", "1960", IdentifierKind.NATIONAL, "001060000001"));
        PatientId cuc = enter(person("Lê Thị Cúc", "1961", IdentifierKind.INSURANCE, "0190000123"));
        Resolution both = one(new NewPatient(
                "Trần Văn Sơn",
                new BirthDate("1960"),
                Sex.MALE,
                Map.of(IdentifierKind.NATIONAL, "001060000001", IdentifierKind.INSURANCE, "0190000123")));
        assertThat(both).isInstanceOfSatisfying(Resolution.Conflicting.class, it -> assertThat(it.named())
                .containsExactlyInAnyOrder(son, cuc));
    }

    @Test
    void whoIsMuchLikeAnotherWithoutACommonNumberIsDoubtfulAndNothingIsWritten() {
        PatientId quach = enter(person("Quách Bích Nguyệt", "1955-04-17", IdentifierKind.NATIONAL, "001155000001"));
        for (String spelling : new String[] {"QUACH BICH NGUYET", "Nguyệt Quách Bích", "Quách Thị Bích Nguyệt"}) {
            assertThat(one(person(spelling, "1955-04-17")))
                    .as(spelling)
                    .isInstanceOfSatisfying(Resolution.Doubtful.class, it -> assertThat(it.candidates())
                            .extracting(Candidate::patient)
                            .containsExactly(quach));
        }
        assertThat(people()).isEqualTo(1);
    }

    @Test
    void whoHasAHospitalCodeOfTheirOwnIsEnteredAndTheDeskIsAskedWhetherTheyAreOne() {
        PatientId first = enter(person("Quách Bích Nguyệt", "1955-04-17", IdentifierKind.HOSPITAL, "A1"));
        PatientId second = one(person("Quach Bich Nguyet", "1955-04-17", IdentifierKind.HOSPITAL, "A2"))
                .patient()
                .orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(openPairs()).containsExactly(first.value() + "-" + second.value());
    }

    @Test
    void aNumberOfSomebodyWithQuiteAnotherNameIsDoubtful() {
        enter(person("Trần Văn Sơn", "1960-02-03", IdentifierKind.NATIONAL, "001060000001"));
        assertThat(one(person("Lê Thị Cúc", "1971-05-06", IdentifierKind.NATIONAL, "001060000001")))
                .isInstanceOf(Resolution.Doubtful.class);
        assertThat(one(person("Tran Van Son", "1960", IdentifierKind.NATIONAL, "001060000001")))
                .isInstanceOf(Resolution.Found.class);
    }

    @Test
    void aNewInsuranceNumberEndsTheOldOneAndAFileFromBeforeDoesNotBringItBack() {
        PatientId son = enter(person("Trần Văn Sơn", "1960", IdentifierKind.INSURANCE, "0190000001"));
        register.amend(hospital.id(), son, numbers(IdentifierKind.INSURANCE, "0190000002"), BY);
        PatientDetails now = details(son);
        assertThat(now.number(IdentifierKind.INSURANCE)).contains("0190000002");
        assertThat(now.identifiers())
                .filteredOn(one -> one.value().equals("0190000001"))
                .singleElement()
                .satisfies(old -> assertThat(old.until()).isPresent())
                .satisfies(old -> assertThat(old.naming()).isFalse());
        assertThat(one(person("Trần Văn Sơn", "1960", IdentifierKind.INSURANCE, "0190000001")))
                .isEqualTo(new Resolution.Found(son));
        assertThat(details(son).number(IdentifierKind.INSURANCE)).contains("0190000002");
    }

    @Test
    void anImportLearnsNewNumbersAndKeepsTheOwnCode() {
        PatientId son = enter(person("Trần Văn Sơn", "1960", IdentifierKind.NATIONAL, "001060000001"));
        String code = details(son).patient().hospitalCode();
        Resolution told = one(new NewPatient(
                "Trần Văn Sơn",
                new BirthDate("1960"),
                Sex.MALE,
                Map.of(
                        IdentifierKind.NATIONAL, "001060000001",
                        IdentifierKind.INSURANCE, "HT4010190000001",
                        IdentifierKind.HOSPITAL, "his-4711"),
                Optional.of("0912000111"),
                Optional.of("Xã Bình Minh")));
        assertThat(told).isEqualTo(new Resolution.Found(son));
        PatientDetails now = details(son);
        assertThat(now.patient().hospitalCode()).isEqualTo(code);
        assertThat(now.number(IdentifierKind.INSURANCE)).contains("0190000001");
        assertThat(now.telephone()).contains("0912000111");
        assertThat(patients.find(hospital.id(), IdentifierKind.HOSPITAL, "HIS-4711"))
                .map(Patient::id)
                .contains(son);
    }

    @Test
    void anAmendedNameIsFoundByItsNewWordsOnly() {
        PatientId son = enter(person("Trần Văn Sơn", "1960"));
        register.amend(
                hospital.id(),
                son,
                new PatientChange(
                        Optional.of("Trần  Quốc Sơn"),
                        Optional.of(new BirthDate("1960-07-08")),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()),
                BY);
        assertThat(found("tran quoc", Optional.of("1960-07-08"))).containsExactly(son);
        assertThat(found("van", Optional.empty())).isEmpty();
        assertThat(details(son).version()).isEqualTo(2);
        assertThatThrownBy(() -> register.amend(
                        hospital.id(), new PatientId(999), numbers(IdentifierKind.INSURANCE, "0190000002"), BY))
                .isInstanceOf(PatientNotFoundException.class);
    }

    @Test
    void importsOfTheSamePeopleAtOnceEnterEachOnce() throws Exception {
        List<NewPatient> file = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            file.add(person(
                    "Trần Văn Sơn " + (char) ('A' + i % 26),
                    "1960",
                    IdentifierKind.NATIONAL,
                    "0010600001%02d".formatted(i)));
        }
        Callable<List<Resolution>> anImport = () ->
                new TransactionTemplate(transactions).execute(status -> register.resolve(hospital.id(), file, BY));
        List<List<Resolution>> both = Together.run(Collections.nCopies(4, anImport));
        assertThat(both).hasSize(4);
        assertThat(people()).isEqualTo(40);
        assertThat(both.stream()
                        .map(some -> some.stream().map(Resolution::patient).toList()))
                .allMatch(both.get(0).stream().map(Resolution::patient).toList()::equals);
    }

    @Test
    void aThousandPeopleAreEnteredAndFoundAgain() {
        List<NewPatient> file = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            file.add(person(
                    "Lê " + word(i) + " " + word(i + 5000),
                    "19%02d-%02d-%02d".formatted(30 + i % 60, 1 + i % 12, 2 + i % 26),
                    IdentifierKind.NATIONAL,
                    "%012d".formatted(i * 104_729L)));
        }
        register.resolve(hospital.id(), file, BY);
        assertThat(register.resolve(hospital.id(), file, BY)).allMatch(Resolution.Found.class::isInstance);
        assertThat(people()).isEqualTo(1000);
    }

    /** Of letters, and like no other's. */
    private static String word(int number) {
        return new StringBuilder(Long.toString(10_000_000_000L + number * 48_611_021L, 26))
                .chars()
                .map(each -> each <= '9' ? each - '0' + 'k' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private PatientId enter(NewPatient person) {
        return register.register(hospital.id(), person, BY);
    }

    private Resolution one(NewPatient person) {
        return register.resolve(hospital.id(), List.of(person), BY).get(0);
    }

    private PatientDetails details(PatientId id) {
        return directory.details(hospital.id(), List.of(id)).get(0);
    }

    private List<PatientId> found(String name, Optional<String> born) {
        PatientQuery query = new PatientQuery(
                Optional.empty(), Optional.empty(), Optional.of(name), born.map(BirthDate::new), Optional.empty());
        return directory.search(hospital.id(), query, Optional.empty(), 20).patients().stream()
                .map(one -> one.patient().id())
                .toList();
    }

    private static NewPatient person(String name, String born) {
        return new NewPatient(name, new BirthDate(born), Sex.UNKNOWN, Map.of());
    }

    private static NewPatient person(String name, String born, IdentifierKind kind, String number) {
        return new NewPatient(name, new BirthDate(born), Sex.UNKNOWN, Map.of(kind, number));
    }

    private static PatientChange numbers(IdentifierKind kind, String number) {
        return new PatientChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(kind, number),
                Optional.empty(),
                Optional.empty());
    }

    private long people() {
        return jdbc.sql("select count(*) from patient where facility_id = ?")
                .param(hospital.id().value())
                .query(Long.class)
                .single();
    }

    private long audited(String action) {
        return jdbc.sql("select count(*) from audit where facility_id = ? and action = ?")
                .params(List.of(hospital.id().value(), action))
                .query(Long.class)
                .single();
    }

    private List<String> openPairs() {
        return jdbc.sql("select first_id, second_id from patient_duplicate where facility_id = ? and state = 'OPEN'")
                .param(hospital.id().value())
                .query((row, n) -> row.getLong(1) + "-" + row.getLong(2))
                .list();
    }
}

@OnH2
class PatientRegisterOnH2Test extends PatientRegisterPromises {}

@OnPostgres
class PatientRegisterOnPostgresTest extends PatientRegisterPromises {}
