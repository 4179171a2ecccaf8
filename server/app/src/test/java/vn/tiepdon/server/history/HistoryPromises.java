package vn.tiepdon.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tiepdon.api.kiosk.HistorySummary;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

abstract class HistoryPromises {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Histories histories;

    TestHospital hospital;
    PatientId patient;
    ClinicId cardiology;
    ClinicId other;

    @BeforeEach
    void aPatientWithAYearOfVisits() {
        hospital = hospitals.open();
        cardiology = hospital.clinic("TIM", 100);
        other = hospital.clinic("KHAC", 100);
        patient = hospital.patient("Trần Văn An", "1955-02-03", Sex.MALE);
        for (int month = 0; month < 12; month++) {
            hospital.visit(patient, cardiology, DAY.plusMonths(month), "I10", "Tăng huyết áp");
        }
    }

    @Test
    void showsTheLastTenVisitsTheLatestFirst() {
        PatientHistory history = histories.of(hospital.id(), patient);
        assertThat(history.summary().visits())
                .hasSize(10)
                .isSortedAccordingTo(
                        Comparator.comparing(HistorySummary.Visit::day).reversed());
        assertThat(history.lastClinic()).contains(cardiology);
    }

    @Test
    void neverShowsASensitiveDiagnosisNorSendsAnyoneToItsClinic() {
        String[] sensitive = {
            "B20", "B24.9", "Z21", "F00", "F32.1", "F99", "A50", "A64", "O00.1", "O08", "X71", "T74.2", "R75", "f20.0"
        };
        LocalDate later = DAY.plusYears(1);
        for (String code : sensitive) {
            hospital.visit(patient, other, later, code, "kín");
        }
        PatientHistory history = histories.of(hospital.id(), patient);
        assertThat(history.summary().visits())
                .hasSize(10)
                .extracting(HistorySummary.Visit::diagnosisCode)
                .containsOnly("I10");
        assertThat(history.lastClinic()).contains(cardiology);
    }

    @Test
    void showsTheNeighboursOfSensitiveDiagnoses() {
        String[] harmless = {"A49.9", "A65", "B19.9", "B25", "E10", "G00", "O09", "Z20", "Z22"};
        for (String code : harmless) {
            hospital.visit(patient, other, DAY.plusYears(1), code, "thường");
        }
        assertThat(histories.of(hospital.id(), patient).summary().visits())
                .extracting(HistorySummary.Visit::diagnosisCode)
                .contains(harmless);
    }

    @Test
    void tellsWhereTheProgrammesMeetAndTheNextVisitDue() {
        hospital.programme(patient, "DIABETES", other, DAY.plusDays(40));
        hospital.programme(patient, "HYPERTENSION", cardiology, DAY.plusDays(20));
        PatientHistory history = histories.of(hospital.id(), patient);
        assertThat(history.programmeClinics()).containsExactly(cardiology, other);
        assertThat(history.summary().programmes())
                .extracting(HistorySummary.Programme::due)
                .containsExactly(DAY.plusDays(20), DAY.plusDays(40));
    }

    @Test
    void aPatientWithoutARecordHasAnEmptyOne() {
        PatientId newcomer = hospital.patient("Lê Thị Bình", "1999", Sex.FEMALE);
        PatientHistory history = histories.of(hospital.id(), newcomer);
        assertThat(history.summary().visits()).isEmpty();
        assertThat(history.lastClinic()).isEmpty();
    }
}

@OnH2
class HistoryOnH2Test extends HistoryPromises {}

@OnPostgres
class HistoryOnPostgresTest extends HistoryPromises {}
