package vn.tiepdon.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffBook;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

abstract class HousePromises {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    TestHospitals hospitals;

    @Autowired
    ClinicBook clinics;

    @Autowired
    RoomBook rooms;

    @Autowired
    HourBook hours;

    @Autowired
    ClosureBook closures;

    @Autowired
    StaffBook staff;

    @Autowired
    Facilities facilities;

    @Autowired
    HospitalClock clock;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    By by;

    @BeforeEach
    void anEmptyHospital() {
        hospital = hospitals.open();
        by = new By(new StaffMember(hospital.id(), hospital.staff(Role.ADMIN), "Quản trị", Set.of(Role.ADMIN)), "test");
    }

    @Test
    void aChangeIsSeenAtOnce() {
        assertThat(facilities.listed(hospital.id())).isEmpty();
        String code = add("Đo thị lực", "B");
        Clinic clinic = facilities.clinic(hospital.id(), code).orElseThrow();
        assertThat(code).isEqualTo("DO-THI-LUC");
        assertThat(facilities.opensOn(hospital.id(), clinic.id(), MONDAY)).isFalse();
        hours.change(by, row(code), new Week(List.of("7h-11h30, 13:30 - 24:00")), new Typed());
        assertThat(facilities.opensOn(hospital.id(), clinic.id(), MONDAY)).isTrue();
        assertThat(hours.of(hospital.id(), row(code)).days()).first().isEqualTo("07:00-11:30, 13:30-24:00");
        closures.close(by, clinics.all(hospital.id()), MONDAY, MONDAY.plusDays(7));
        closures.close(by, clinics.all(hospital.id()), MONDAY.plusDays(7), MONDAY.plusDays(8));
        assertThat(facilities.opensOn(hospital.id(), clinic.id(), MONDAY.plusDays(7)))
                .isFalse();
        closures.reopen(by, MONDAY, clinics.all(hospital.id()));
        assertThat(facilities.opensOn(hospital.id(), clinic.id(), MONDAY)).isTrue();
        assertThat(closures.from(hospital.id(), MONDAY)).hasSize(8);
    }

    @Test
    void whatAnotherServerChangesIsSeenWithinSeconds() throws InterruptedException {
        String code = add("Tim mạch", "");
        assertThat(facilities.clinic(hospital.id(), code)).isPresent();
        jdbc.sql("update clinic set name_vi = 'Tim' where facility_id = ?")
                .param(facility())
                .update();
        jdbc.sql("update facility set setup_version = setup_version + 1 where facility_id = ?")
                .param(facility())
                .update();
        for (int tenth = 0; tenth < 40 && !nameOf(code).equals("Tim"); tenth++) {
            Thread.sleep(100);
        }
        assertThat(nameOf(code)).isEqualTo("Tim");
    }

    @Test
    void aClinicThatIsClosedForGoodKeepsItsNameForHistoryAndOpensAgain() {
        String code = add("Tim mạch", "");
        String other = add("Tim mạch", "");
        assertThat(other).isEqualTo("TIM-MACH-2");
        LocalDate today = clock.today(facilities.get(hospital.id())).date();
        clinics.end(by, code, Optional.of(today));
        assertThat(facilities.listed(hospital.id())).hasSize(2);
        clinics.end(by, code, Optional.of(today.minusDays(1)));
        assertThat(facilities.listed(hospital.id())).extracting(Clinic::code).containsExactly(other);
        assertThat(nameOf(code)).isEqualTo("Tim mạch");
        clinics.end(by, code, Optional.empty());
        clinics.up(by, other);
        assertThat(facilities.listed(hospital.id())).extracting(Clinic::code).containsExactly(other, code);
    }

    @Test
    void lettersAndRoomNumbersBelongToOne() {
        String code = add("Tim mạch", "B");
        Typed typed = new Typed();
        assertThat(clinics.add(by, new ClinicForm("Da liễu", "", "10", "CLINIC", "b"), typed))
                .isEmpty();
        assertThat(typed.complaints()).extracting(Complaint::field).containsExactly("mark");
        assertThat(clinics.change(by, code, new ClinicForm("Tim", "Heart", "20", "LABORATORY", "B"), new Typed()))
                .isTrue();
        assertThat(row(code).kind()).isEqualTo(ClinicKind.LABORATORY);
        assertThat(rooms.add(by, new RoomForm("12A", "Tầng 1", "", code), row(code), new Typed()))
                .isTrue();
        assertThat(rooms.add(by, new RoomForm("12a", "Tầng 2", "", code), row(code), new Typed()))
                .isFalse();
        RoomRow room = rooms.all(hospital.id()).get(0);
        rooms.hide(by, room.id(), true);
        assertThat(facilities.room(hospital.id(), "12A")).isEmpty();
        rooms.hide(by, room.id(), false);
        assertThat(facilities.room(hospital.id(), "12A")).isPresent();
    }

    @Test
    void ofTwoAdministratorsWhoShutEachOtherOutOneStays() throws Exception {
        String other = hospital.staff(Role.ADMIN);
        StaffMember second = new StaffMember(hospital.id(), other, "Quản trị", Set.of(Role.ADMIN));
        List<Boolean> done = Together.run(List.of(
                () -> staff.enable(by.staff(), "test", other, false),
                () -> staff.enable(second, "test", by.staff().login(), false)));
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(staff.all(hospital.id()).stream().filter(it -> it.enabled()).count())
                .isEqualTo(1);
    }

    @Test
    void hoursThatNobodyCanReadAreNotKept() {
        for (String line : List.of("7-7", "8-7", "7:60-8", "25-26", "7-9, 8-10", "sáng", "7-8,8-9,9-10,10-11,11-12")) {
            Typed typed = new Typed();
            new Week(List.of(line)).spans(typed);
            assertThat(typed.complaints()).as(line).hasSize(1);
        }
        assertThat(new Week(List.of("", "", "", "", "", "", "0-24")).spans(new Typed()))
                .containsExactly(new Week.Span(7, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59)));
    }

    private String add(String name, String mark) {
        return clinics.add(by, new ClinicForm(name, "", "100", "CLINIC", mark), new Typed())
                .orElseThrow();
    }

    private ClinicRow row(String code) {
        return clinics.get(hospital.id(), code);
    }

    private String nameOf(String code) {
        return facilities.clinic(hospital.id(), code).orElseThrow().name().vi();
    }

    private int facility() {
        return hospital.id().value();
    }
}

@OnH2
class HouseOnH2Test extends HousePromises {}

@OnPostgres
class HouseOnPostgresTest extends HousePromises {}
