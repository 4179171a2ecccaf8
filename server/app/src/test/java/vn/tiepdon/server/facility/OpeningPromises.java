package vn.tiepdon.server.facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

abstract class OpeningPromises {

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Facilities facilities;

    /** Monday 23 November 2026, in the hospital's zone, seven hours ahead of UTC. */
    private static Instant monday(String localTime) {
        return Instant.parse("2026-11-23T" + localTime + ":00Z").minusSeconds(7 * 3600);
    }

    @Test
    void aClinicOpensAndClosesByTheHospitalsWallClock() {
        TestHospital hospital = hospitals.open();
        ClinicId clinic = hospital.clinicWithoutHours("TIM", 50);
        hospital.room(clinic, "12");
        hospital.opens(clinic, 1, LocalTime.of(6, 30), LocalTime.of(11, 30));
        hospital.opens(clinic, 1, LocalTime.of(13, 0), LocalTime.of(16, 30));

        assertThat(at(hospital, monday("06:29"))).isEqualTo("closed until 06:30");
        assertThat(at(hospital, monday("06:30"))).isEqualTo("open");
        assertThat(at(hospital, monday("11:30"))).isEqualTo("closed until 13:00");
        assertThat(at(hospital, monday("16:30"))).isEqualTo("closed until null");
        assertThat(at(hospital, monday("06:30").plusSeconds(86400))).isEqualTo("closed until null");
    }

    @Test
    void aClosureClosesTheWholeDay() {
        TestHospital hospital = hospitals.open();
        ClinicId clinic = hospital.clinic("TIM", 50);
        hospital.closes(clinic, LocalDate.of(2026, 11, 23));
        assertThat(at(hospital, monday("00:00"))).isEqualTo("closed until null");
        assertThat(at(hospital, monday("00:00").plusSeconds(86400))).isEqualTo("open");
    }

    @Test
    void aClinicThatClosesAtTheLastSecondIsOpenUntilMidnight() {
        TestHospital hospital = hospitals.open();
        hospital.clinic("TIM", 50);
        assertThat(at(hospital, monday("23:59").plusMillis(59_999))).isEqualTo("open");
    }

    @Test
    void aBusinessDayBeginsAtTheHospitalsBoundary() {
        Facility facility = facilities.get(hospitals.open().id());
        assertThat(facility.businessDayAt(monday("02:59")).date()).isEqualTo("2026-11-22");
        assertThat(facility.businessDayAt(monday("03:00")).date()).isEqualTo("2026-11-23");
        assertThat(facility.businessDayAt(monday("23:59")).date()).isEqualTo("2026-11-23");
    }

    private String at(TestHospital hospital, Instant instant) {
        ClinicOpening opening = facilities.openings(hospital.id(), instant).get(0);
        return opening.open() ? "open" : "closed until " + opening.opensAt();
    }
}

@OnH2
class OpeningOnH2Test extends OpeningPromises {}

@OnPostgres
class OpeningOnPostgresTest extends OpeningPromises {}
