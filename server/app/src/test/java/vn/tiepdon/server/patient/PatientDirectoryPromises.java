package vn.tiepdon.server.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

abstract class PatientDirectoryPromises {

    @Autowired
    TestHospitals hospitals;

    @Autowired
    PatientDirectory directory;

    @Autowired
    DeskSearch desk;

    TestHospital hospital;
    PatientId hoa;
    PatientId thuy;
    PatientId hung;

    @BeforeEach
    void threePeople() {
        hospital = hospitals.open();
        hoa = hospital.patient("Nguyễn Thị Hòa", "1950-03-02", Sex.FEMALE);
        thuy = hospital.patient("Đặng Thúy Hoàn", "1950", Sex.FEMALE);
        hung = hospital.patient("Nguyễn Văn Hùng", "1961-11-30", Sex.MALE);
        hospital.identifier(hoa, IdentifierKind.HOSPITAL, "BN000001");
        hospital.identifier(thuy, IdentifierKind.HOSPITAL, "BN000002");
        hospital.identifier(hung, IdentifierKind.HOSPITAL, "HIS.4711");
        hospital.identifier(hung, IdentifierKind.NATIONAL, "001061000001");
    }

    @Test
    void anyWordAndAnyBeginningFindsWithOrWithoutMarksInAnyOrder() {
        assertThat(named("hoa")).containsExactly(hoa, thuy);
        assertThat(named("HÒA nguyen")).containsExactly(hoa);
        assertThat(named("Hoà")).containsExactly(hoa, thuy);
        assertThat(named("dang thui")).containsExactly(thuy);
        assertThat(named("ng h")).containsExactly(hoa, hung);
        assertThat(named("hoang")).isEmpty();
        assertThat(named("%")).isEmpty();
        assertThat(named("_")).isEmpty();
    }

    @Test
    void aBirthDateOrItsYearOrMonthNarrowsDown() {
        assertThat(found(Optional.of("hoa"), "1950-03")).containsExactly(hoa);
        assertThat(found(Optional.empty(), "1950")).containsExactly(hoa, thuy);
        assertThat(found(Optional.empty(), "1961-11-30")).containsExactly(hung);
        assertThat(found(Optional.of("nguyen"), "1962")).isEmpty();
    }

    @Test
    void aNumberOfAnyKindFindsAndTheRestMustHold() {
        PatientQuery number = new PatientQuery(
                Optional.of("001061 000 001"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(ids(number)).containsExactly(hung);
        assertThat(ids(new PatientQuery(
                        number.number(),
                        Optional.of(IdentifierKind.INSURANCE),
                        number.name(),
                        number.born(),
                        number.sex())))
                .isEmpty();
        assertThat(ids(new PatientQuery(
                        number.number(), number.kind(), Optional.of("hoa"), number.born(), number.sex())))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutAGapAndEnd() {
        for (int i = 0; i < 25; i++) {
            hospital.patient("Trần Văn Tám", "1970", Sex.MALE);
        }
        PatientQuery query = new PatientQuery(
                Optional.empty(), Optional.empty(), Optional.of("tam"), Optional.empty(), Optional.of(Sex.MALE));
        List<PatientId> all = new ArrayList<>();
        Optional<PatientId> after = Optional.empty();
        int pages = 0;
        do {
            PatientPage page = directory.search(hospital.id(), query, after, 10);
            assertThat(page.cut()).isFalse();
            page.patients().forEach(one -> all.add(one.patient().id()));
            after = page.next();
            pages++;
        } while (after.isPresent());
        assertThat(pages).isEqualTo(3);
        assertThat(all).hasSize(25).doesNotHaveDuplicates();
        assertThat(directory
                        .search(hospital.id(), PatientQuery.everybody(), Optional.empty(), 100_000)
                        .patients())
                .hasSize(28);
    }

    @Test
    void theDesksOneBoxTakesCodesNumbersNamesAndDates() {
        assertThat(typed("BN00000")).containsExactly("BN000002", "BN000001");
        assertThat(typed("his.4711")).containsExactly("HIS.4711");
        assertThat(typed("his.47")).containsExactly("HIS.4711");
        assertThat(typed("001061000001")).containsExactly("HIS.4711");
        assertThat(typed("001061000009")).isEmpty();
        assertThat(typed("hoa 02/03/1950")).containsExactly("BN000001");
        assertThat(typed("1950 hoa")).containsExactlyInAnyOrder("BN000001", "BN000002");
        assertThat(typed("30.11.1961")).containsExactly("HIS.4711");
        assertThat(typed("hung")).containsExactly("HIS.4711");
        assertThat(typed("")).hasSize(3);
        assertThat(typed("%")).isEmpty();
    }

    @Test
    void ofMoreThanFitThoseWhoBeginSoComeFirstAndNobodyIsLeftOutUnsaid() {
        for (int i = 10; i < 35; i++) {
            PatientId middle = hospital.patient("Trần Nguyễn Anh " + (char) ('A' + i - 10), "1970", Sex.MALE);
            hospital.identifier(middle, IdentifierKind.HOSPITAL, "BN0001" + i);
        }
        PatientId last = hospital.patient("Nguyễn Anh Đào", "1971", Sex.FEMALE);
        hospital.identifier(last, IdentifierKind.HOSPITAL, "BN000200");
        FoundPatients some = desk.find(hospital.id(), "nguyen anh", 20);
        assertThat(some.entries()).hasSize(20);
        assertThat(some.more()).isTrue();
        assertThat(some.entries().get(0).hospitalCode()).isEqualTo("BN000200");
        assertThat(some.entries().get(1).fullName()).isEqualTo("Trần Nguyễn Anh A");
        FoundPatients all = desk.find(hospital.id(), "anh nguyen", 26);
        assertThat(all.entries()).hasSize(26);
        assertThat(all.more()).isFalse();
        assertThat(desk.find(hospital.id(), "nguyen anh 1971", 1).more()).isFalse();
        assertThat(desk.find(hospital.id(), "nguyen", 1).more()).isTrue();
    }

    @Test
    void anotherHospitalsPeopleAreNotFound() {
        TestHospital other = hospitals.open();
        assertThat(directory
                        .search(other.id(), PatientQuery.everybody(), Optional.empty(), 10)
                        .patients())
                .isEmpty();
        assertThat(directory.details(other.id(), List.of(hoa))).isEmpty();
    }

    private List<String> typed(String text) {
        return desk.find(hospital.id(), text, 20).entries().stream()
                .map(PatientEntry::hospitalCode)
                .toList();
    }

    private List<PatientId> named(String name) {
        return ids(new PatientQuery(
                Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty()));
    }

    private List<PatientId> found(Optional<String> name, String born) {
        return ids(new PatientQuery(Optional.empty(), Optional.empty(), name, BirthDate.parse(born), Optional.empty()));
    }

    private List<PatientId> ids(PatientQuery query) {
        return directory.search(hospital.id(), query, Optional.empty(), 20).patients().stream()
                .map(one -> one.patient().id())
                .toList();
    }
}

@OnH2
class PatientDirectoryOnH2Test extends PatientDirectoryPromises {}

@OnPostgres
class PatientDirectoryOnPostgresTest extends PatientDirectoryPromises {}
