package vn.tiepdon.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.merge.MergeOutcome;
import vn.tiepdon.server.patient.merge.PatientMerges;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

abstract class PersonalTargetPromises {

    private static final TargetRange BELOW_150 = range(null, "150");

    @Autowired
    TestHospitals hospitals;

    @Autowired
    PersonalTargets targets;

    @Autowired
    PatientMerges merges;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    PatientId patient;

    @BeforeEach
    void aPatient() {
        hospital = hospitals.open();
        patient = hospital.patient("Trần Văn An", "1935-02-03", Sex.MALE);
    }

    private static TargetRange range(String low, String high) {
        return new TargetRange(
                Optional.ofNullable(low).map(BigDecimal::new),
                Optional.ofNullable(high).map(BigDecimal::new));
    }

    private Saved save(String login, PatientId of, ObservationKind kind, TargetRange range, int seen) {
        StaffMember doctor = new StaffMember(hospital.id(), login, "Bác sĩ", Set.of(Role.ROOM));
        return targets.save(doctor, "test", of, Map.of(kind, Optional.ofNullable(range)), seen);
    }

    private List<String> audited() {
        return jdbc.sql("select actor from audit where facility_id = ? and action = 'patient.targets' order by at")
                .param(hospital.id().value())
                .query(String.class)
                .list();
    }

    @Test
    void aTargetSaysWhoSetItAndSinceWhenAndSettingTheSameAgainChangesNothing() {
        assertThat(targets.of(hospital.id(), patient).version()).isZero();
        assertThat(save("bs.lan", patient, ObservationKind.SYSTOLIC, BELOW_150, 0))
                .isEqualTo(Saved.DONE);
        assertThat(save("bs.hai", patient, ObservationKind.SYSTOLIC, range(null, "150.0"), 1))
                .isEqualTo(Saved.DONE);
        Kept<List<PersonalTarget>> kept = targets.of(hospital.id(), patient);
        assertThat(kept.version()).isEqualTo(1);
        assertThat(kept.value())
                .containsExactly(
                        new PersonalTarget(ObservationKind.SYSTOLIC, BELOW_150, "bs.lan", TestHospital.today()));
        assertThat(audited()).containsExactly("bs.lan");
    }

    @Test
    void aTargetThatIsTakenBackLeavesTheGeneralOneAndATrail() {
        save("bs.lan", patient, ObservationKind.HBA1C, range("7", "8"), 0);
        assertThat(save("bs.hai", patient, ObservationKind.HBA1C, null, 1)).isEqualTo(Saved.DONE);
        Kept<List<PersonalTarget>> kept = targets.of(hospital.id(), patient);
        assertThat(kept.value()).isEmpty();
        assertThat(kept.version()).isEqualTo(2);
        assertThat(kept.asOf()).isEqualTo(TestHospital.today());
        assertThat(audited()).containsExactly("bs.lan", "bs.hai");
    }

    @Test
    void whoSawAnOlderPageChangesNothing() {
        save("bs.lan", patient, ObservationKind.SYSTOLIC, BELOW_150, 0);
        assertThat(save("bs.hai", patient, ObservationKind.HBA1C, range(null, "8"), 0))
                .isEqualTo(Saved.STALE);
        assertThat(targets.of(hospital.id(), patient).value()).hasSize(1);
    }

    @Test
    void ofManyAtOnceOneIsFirst() throws Exception {
        List<Callable<Saved>> many = IntStream.range(0, 6)
                .<Callable<Saved>>mapToObj(i -> () ->
                        save("bs" + i, patient, ObservationKind.SYSTOLIC, range(null, String.valueOf(140 + i)), 0))
                .toList();
        assertThat(Together.run(many)).filteredOn(Saved.DONE::equals).hasSize(1);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void ofTwoWhoAreOneTheLaterDecisionHoldsAndBothHaveTheirsBackWhenParted() {
        PatientId gone = hospital.patient("Trần An", "1935", Sex.MALE);
        save("bs.lan", patient, ObservationKind.SYSTOLIC, BELOW_150, 0);
        save("bs.hai", gone, ObservationKind.SYSTOLIC, range("130", "145"), 0);
        save("bs.hai", gone, ObservationKind.HBA1C, range(null, "8"), 1);
        jdbc.sql("update personal_target set set_on = ? where facility_id = ? and patient_id = ?")
                .params(List.of(TestHospital.today().minusDays(3), hospital.id().value(), patient.value()))
                .update();
        List<PersonalTarget> before = targets.of(hospital.id(), patient).value();
        MergeOutcome merged = merges.merge(hospital.id(), patient, gone, "letan", "test", "cùng người");
        assertThat(targets.of(hospital.id(), patient).value())
                .extracting(PersonalTarget::range)
                .containsExactly(range("130", "145"), range(null, "8"));
        merges.part(hospital.id(), ((MergeOutcome.Done) merged).merge(), "letan", "test", "hai người");
        assertThat(targets.of(hospital.id(), patient).value()).isEqualTo(before);
        assertThat(targets.of(hospital.id(), gone).value()).hasSize(2);
    }

    @Test
    void aTargetHasAnEndAndItsEndsTheRightWayRound() {
        assertThatThrownBy(() -> range(null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> range("150", "130")).isInstanceOf(IllegalArgumentException.class);
        assertThat(range("130", "150").plausible(ObservationKind.SYSTOLIC)).isTrue();
        assertThat(range("130", "350").plausible(ObservationKind.SYSTOLIC)).isFalse();
    }
}

@OnH2
class PersonalTargetOnH2Test extends PersonalTargetPromises {}

@OnPostgres
class PersonalTargetOnPostgresTest extends PersonalTargetPromises {}
