package vn.tiepdon.server.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.checkin.Recognised.Level;
import vn.tiepdon.server.checkin.Recognised.Method;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

abstract class IdentificationTrailPromises {

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Facilities facilities;

    @Autowired
    Patients patients;

    @Autowired
    IdentificationTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aChipIsNotOnRecordWithoutItsConsentNorTheOtherWayRound() {
        TestHospital hospital = hospitals.open();
        PatientId id = hospital.patient("Nguyễn Thị Mẫu", "1990", Sex.FEMALE);
        Patient patient = patients.find(hospital.id(), id).orElseThrow();
        Device device = hospital.kiosk().device();
        Instant now = Instant.now();
        BusinessDay day = facilities.get(hospital.id()).businessDayAt(now);
        Recognised recognised = new Recognised(patient, Level.PROVEN, Method.CITIZEN_CHIP);

        Presentation.CitizenChip storable = agreed(new Presentation.ChipConsent("2026-11", "vi", now));
        trail.add(device, "127.0.0.1", storable, recognised, day, now);
        Presentation.CitizenChip unstorable = agreed(new Presentation.ChipConsent("2026-11", "fr", now));
        assertThatThrownBy(() -> trail.add(device, "127.0.0.1", unstorable, recognised, day, now))
                .isInstanceOf(DataIntegrityViolationException.class);

        for (String table : new String[] {"identification", "chip_consent", "audit"}) {
            assertThat(jdbc.sql("select count(*) from " + table + " where facility_id = ?")
                            .param(hospital.id().value())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isEqualTo(1);
        }
    }

    private static Presentation.CitizenChip agreed(Presentation.ChipConsent consent) {
        return new Presentation.CitizenChip(null, null, null, null, null, false, null, consent);
    }
}

@OnH2
class IdentificationTrailOnH2Test extends IdentificationTrailPromises {}

@OnPostgres
class IdentificationTrailOnPostgresTest extends IdentificationTrailPromises {}
