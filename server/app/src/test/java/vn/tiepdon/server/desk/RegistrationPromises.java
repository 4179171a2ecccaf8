package vn.tiepdon.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.NewPatient;
import vn.tiepdon.server.patient.PastValue;
import vn.tiepdon.server.patient.PastValues;
import vn.tiepdon.server.patient.PatientChange;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientRegister;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

abstract class RegistrationPromises {

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Registrations registrations;

    @Autowired
    PatientRegister register;

    @Autowired
    PastValues past;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    StaffMember desk;

    @BeforeEach
    void aHospitalWithOnePatient() {
        hospital = hospitals.open();
        desk = new StaffMember(hospital.id(), "letan", "Lễ tân", Set.of(Role.RECEPTION));
        enter(UUID.randomUUID(), person("Quách Bích Nguyệt", "1961-04-09", Map.of()), "");
    }

    @Test
    void aFormThatIsSentTwiceAtOnceEntersOnePerson() throws Exception {
        UUID form = UUID.randomUUID();
        NewPatient person = person("Nguyễn Văn An", "1980", Map.of(IdentifierKind.NATIONAL, "001080000001"));
        Callable<Registered> send = () -> enter(form, person, "");
        assertThat(Together.run(List.of(send, send))).allMatch(Registered.Done.class::isInstance);
        assertThat(people("Nguyễn Văn An")).isEqualTo(1);
        assertThat(enter(form, person, "")).isInstanceOf(Registered.Done.class);
        assertThat(people("Nguyễn Văn An")).isEqualTo(1);
    }

    @Test
    void whoIsMuchAlikeIsShownUntilSomebodySaysWhyNot() {
        NewPatient alike = person("Quach Bich Nguyet", "1961-04-09", Map.of());
        Registered asked = enter(UUID.randomUUID(), alike, "");
        assertThat(asked).isInstanceOfSatisfying(Registered.Asked.class, it -> assertThat(it.alike())
                .singleElement()
                .satisfies(one -> assertThat(one.score()).isGreaterThan(0.9))
                .satisfies(one -> assertThat(one.named()).isFalse()));
        assertThat(enter(UUID.randomUUID(), alike, "đã xem căn cước")).isInstanceOf(Registered.Done.class);
    }

    @Test
    void nobodyIsEnteredUnderANumberOfSomebodyElseWhateverTheReason() {
        NewPatient first = person("Trần Văn Sáu", "1950", Map.of(IdentifierKind.NATIONAL, "001050000006"));
        enter(UUID.randomUUID(), first, "");
        NewPatient second = person("Lê Thị Bảy", "1990-01-07", Map.of(IdentifierKind.NATIONAL, "001050000006"));
        assertThat(enter(UUID.randomUUID(), second, "chắc chắn"))
                .isInstanceOfSatisfying(
                        Registered.Asked.class,
                        it -> assertThat(it.alike().get(0).named()).isTrue());
    }

    @Test
    void whatWasOtherwiseBeforeStaysToBeSeen() {
        PatientId patient =
                ((Registered.Done) enter(UUID.randomUUID(), person("Trần Văn Sáu", "1950", Map.of()), "")).patient();
        register.amend(
                hospital.id(),
                patient,
                new PatientChange(
                        Optional.of("Trần Văn Sáu"),
                        Optional.of(new BirthDate("1950-03-02")),
                        Optional.of(Sex.MALE),
                        Map.of(),
                        Optional.of("0912345678"),
                        Optional.empty(),
                        true),
                "letan");
        List<PastValue> before = past.of(hospital.id(), patient);
        assertThat(before)
                .extracting(PastValue::part)
                .containsExactlyInAnyOrder(PastValue.Part.BIRTH_DATE, PastValue.Part.TELEPHONE, PastValue.Part.ADDRESS);
        assertThat(before).allSatisfy(one -> assertThat(one.by()).isEqualTo("letan"));
    }

    private Registered enter(UUID form, NewPatient person, String reason) {
        return registrations.enter(desk, form, person, reason);
    }

    private static NewPatient person(String name, String born, Map<IdentifierKind, String> numbers) {
        return new NewPatient(
                name, new BirthDate(born), Sex.MALE, numbers, Optional.empty(), Optional.of("Xã Bình Minh"));
    }

    private int people(String name) {
        return jdbc.sql("select count(*) from patient where facility_id = ? and full_name = ?")
                .params(List.of(hospital.id().value(), name))
                .query(Integer.class)
                .single();
    }
}

@OnH2
class RegistrationOnH2Test extends RegistrationPromises {}

@OnPostgres
class RegistrationOnPostgresTest extends RegistrationPromises {}
