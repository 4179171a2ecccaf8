package vn.tiepdon.server.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.patient.merge.MergeOutcome;
import vn.tiepdon.server.patient.merge.PatientMerges;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

abstract class DuplicatePromises {

    @Autowired
    TestHospitals hospitals;

    @Autowired
    PatientRegister register;

    @Autowired
    PossibleDuplicates duplicates;

    @Autowired
    DuplicateSweep sweep;

    @Autowired
    MissingKeys missing;

    @Autowired
    PatientDirectory directory;

    @Autowired
    PatientMerges merges;

    @Autowired
    JdbcTemplate jdbc;

    TestHospital hospital;
    StaffMember staff;

    @BeforeEach
    void aHospital() {
        hospital = hospitals.open();
        staff = new StaffMember(hospital.id(), "letan", "Lễ tân", Set.of(Role.RECEPTION));
    }

    @Test
    void whoIsEnteredOrAmendedIsComparedAtOnceAndTheLikeliestComesFirst() {
        PatientId nguyet = enter("Quách Bích Nguyệt", "1955-04-17");
        PatientId again = enter("Quach Thi Bich Nguyet", "1955-04-17");
        enter("Trần Văn Sơn", "1955-04-17");
        assertThat(duplicates.count(hospital.id(), 100)).isEqualTo(1);
        PossiblePair pair = duplicates.next(hospital.id(), 0).orElseThrow();
        assertThat(pair.first().patient().id()).isEqualTo(nguyet);
        assertThat(pair.second().patient().id()).isEqualTo(again);
        assertThat(pair.score()).isBetween(0.9, 0.9999);
        assertThat(duplicates.next(hospital.id(), 1)).isEmpty();
        assertThat(duplicates.of(hospital.id(), again)).hasSize(1);
    }

    @Test
    void twoWhomTheDeskToldApartAreNeverAskedAboutAgain() {
        PatientId one = enter("Quách Bích Nguyệt", "1955-04-17");
        PatientId other = enter("Quách Bích Nguyệt", "1955-04-17");
        duplicates.different(staff, "test", other, one);
        sweepAll();
        assertThat(duplicates.count(hospital.id(), 100)).isZero();
    }

    @Test
    void whoWasToldApartFromOneStaysSoWhenThatOneIsMergedAndTheRestIsCompared() {
        PatientId one = enter("Quách Bích Nguyệt", "1955-04-17");
        PatientId other = enter("Quách Bích Nguyệt", "1955-04-17");
        PatientId third = enter("Quách Bích Nguyệt", "1955-04-17");
        duplicates.different(staff, "test", one, other);
        MergeOutcome merged = merges.merge(hospital.id(), third, one, "letan", "test", "PAPERS");
        assertThat(merged).isInstanceOf(MergeOutcome.Done.class);
        assertThat(states()).containsEntry(pair(one, other), "DIFFERENT").containsEntry(pair(one, third), "SAME");
        merges.part(hospital.id(), ((MergeOutcome.Done) merged).merge(), "letan", "test", "DIFFERENT");
        assertThat(states()).containsEntry(pair(one, third), "DIFFERENT");
        sweepAll();
        assertThat(states()).containsEntry(pair(one, third), "DIFFERENT");
    }

    @Test
    void aSearchThroughAllFindsWhatIsAlikeAndGoesOnWhereItStopped() {
        PatientId hoa = hospital.patient("Đặng Thúy Hoàn", "1950-03-02", Sex.FEMALE);
        PatientId swapped = hospital.patient("HOAN DANG THUY", "1950-02-03", Sex.FEMALE);
        PatientId slip = hospital.patient("Đặng Thúy Hoànn", "1950-03-02", Sex.FEMALE);
        hospital.patient("Trần Văn Sơn", "1950-03-02", Sex.MALE);
        assertThat(sweep.step(hospital.id())).isTrue();
        assertThat(sweep.state(hospital.id()).orElseThrow().lastKey()).startsWith("1950");
        sweepAll();
        assertThat(sweep.state(hospital.id()).orElseThrow().ended()).isTrue();
        assertThat(states().keySet()).containsExactlyInAnyOrder(pair(hoa, swapped), pair(hoa, slip));
        sweepAll();
        assertThat(states()).hasSize(2);
    }

    @Test
    void patientsFromBeforeThereWereWordsAreGivenThem() {
        PatientId hoa = hospital.patient("Đặng Thúy Hoàn", "1950-03-02", Sex.FEMALE);
        jdbc.update(
                "delete from patient_word where facility_id = ?", hospital.id().value());
        jdbc.update(
                "update patient set match_key = null where facility_id = ?",
                hospital.id().value());
        assertThat(missing.step(hospital.id())).isEqualTo(1);
        assertThat(missing.step(hospital.id())).isZero();
        assertThat(directory
                        .search(
                                hospital.id(),
                                new PatientQuery(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("thuy"),
                                        Optional.empty(),
                                        Optional.empty()),
                                Optional.empty(),
                                5)
                        .patients())
                .extracting(one -> one.patient().id())
                .containsExactly(hoa);
    }

    private void sweepAll() {
        while (sweep.step(hospital.id())) {
            assertThat(sweep.state(hospital.id())).isPresent();
        }
    }

    private PatientId enter(String name, String born) {
        return register.register(
                hospital.id(), new NewPatient(name, new BirthDate(born), Sex.FEMALE, Map.of()), "letan");
    }

    private static String pair(PatientId one, PatientId other) {
        return Math.min(one.value(), other.value()) + "-" + Math.max(one.value(), other.value());
    }

    private Map<String, String> states() {
        return jdbc
                .queryForList(
                        "select first_id, second_id, state from patient_duplicate where facility_id = ?",
                        hospital.id().value())
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("first_id") + "-" + row.get("second_id"), row -> (String) row.get("state")));
    }
}

@OnH2
class DuplicateOnH2Test extends DuplicatePromises {}

@OnPostgres
class DuplicateOnPostgresTest extends DuplicatePromises {}
