package vn.tiepdon.server.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.card.patientcard.record.EmergencyRecord;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.history.ChronicProgrammes;
import vn.tiepdon.server.history.ClinicalRecords;
import vn.tiepdon.server.history.MedicalRecords;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.settings.TiepDonSettings;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;

@TestPropertySource(
        properties = {
            "tiepdon.synthetic.enabled=true",
            "tiepdon.synthetic.patients=600",
            "tiepdon.synthetic.always-open=true",
            "tiepdon.test.first-password="
        })
abstract class SyntheticHospitalPromises {

    private static final FacilityId HOUSE = new FacilityId(1);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Facilities facilities;

    @Autowired
    HospitalClock clock;

    @Autowired
    TiepDonSettings settings;

    @Autowired
    MedicalRecords records;

    @Autowired
    ClinicalRecords clinical;

    @Autowired
    ChronicProgrammes programmes;

    @Test
    void thirtyClinicsAndWhereTheySendPeopleStandOpenWithTheirRooms() {
        assertThat(facilities.clinics(HOUSE)).filteredOn(Clinic::examines).hasSize(30);
        assertThat(facilities.clinics(HOUSE))
                .filteredOn(it -> !it.examines())
                .extracting(Clinic::kind)
                .containsExactly(
                        ClinicKind.LABORATORY,
                        ClinicKind.IMAGING,
                        ClinicKind.CASHIER,
                        ClinicKind.PHARMACY,
                        ClinicKind.RECEPTION);
        assertThat(facilities.openings(HOUSE, clock.now())).hasSize(35).allSatisfy(opening -> {
            assertThat(opening.open()).isTrue();
            assertThat(opening.clinic().firstRoom()).isPresent();
            assertThat(opening.clinic().dailyQuota()).isPositive();
        });
    }

    @Test
    void everyPatientComesEachMonthOfAYearAndIsFollowedInAProgramme() {
        assertThat(count("patient")).isEqualTo(600);
        assertThat(count("visit")).isBetween(600L * 12, 600L * 15);
        assertThat(count("chronic_programme")).isGreaterThanOrEqualTo(600);
    }

    @Test
    void aDoctorFindsValuesDrugsAndASecondIllnessInTheHistory() {
        assertThat(count("observation")).isGreaterThan(600L * 12 * 2);
        assertThat(count("prescription")).isGreaterThan(600L * 12);
        assertThat(count("visit_diagnosis")).isGreaterThan(600L);
        for (long patient = 1; patient <= 20; patient++) {
            assertThat(clinical.visits(HOUSE, new PatientId(patient), 50))
                    .hasSizeGreaterThanOrEqualTo(12)
                    .allSatisfy(it -> {
                        assertThat(it.details().prescriptions()).isNotEmpty();
                        assertThat(it.details().observations())
                                .allMatch(one -> one.kind().plausible(one.value()));
                    });
            assertThat(programmes.of(HOUSE, new PatientId(patient)))
                    .allMatch(it -> it.drugDays().isPresent());
        }
    }

    @Test
    void everyPatientsRecordFitsACard() {
        for (long patient = 1; patient <= 600; patient++) {
            PatientId id = new PatientId(patient);
            EmergencyRecord emergency = records.emergency(HOUSE, id).orElseThrow();
            assertThat(emergency.chronic()).isNotEmpty();
            assertThat(emergency.contacts()).hasSize(1);
            assertThat(records.medication(HOUSE, id).orElseThrow().drugs()).isNotEmpty();
        }
        assertThat(count("allergy")).isBetween(40L, 160L);
    }

    @Test
    void theFirstPasswordLiesInAFileOfTheOwnerAndOpensTheDesk() throws IOException {
        Path file = settings.data().resolve("first-login.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String password = Files.readString(file).strip().split(": ")[1];
        for (String login : new String[] {"quantri", "letan"}) {
            assertThat(search(login, password, "BN000001")).hasSize(1);
        }
    }

    @Test
    void theDeskFindsByNumberCodeAndBeginningOfAName() throws IOException {
        String password = Files.readString(settings.data().resolve("first-login.txt"))
                .strip()
                .split(": ")[1];
        PatientEntry someone = search("letan", password, "BN000042").get(0);
        assertThat(search("letan", password, someone.nationalNumber())).containsExactly(someone);
        assertThat(search("letan", password, "BN00004")).contains(someone).hasSize(10);
        assertThat(search("letan", password, someone.fullName().toUpperCase(Locale.ROOT)))
                .contains(someone);
        assertThat(search("letan", password, "%")).isEmpty();
        assertThat(search("letan", password, "")).hasSize(100);
    }

    private List<PatientEntry> search(String login, String password, String q) {
        return Arrays.asList(Objects.requireNonNull(RestClient.create("http://localhost:" + port)
                .get()
                .uri(ApiPaths.DESK_PATIENTS + "?q={q}&limit=100", q)
                .headers(headers -> headers.setBasicAuth(login, password))
                .retrieve()
                .body(PatientEntry[].class)));
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where facility_id = 1")
                .query(Long.class)
                .single();
    }
}

@OnH2
class SyntheticHospitalOnH2Test extends SyntheticHospitalPromises {}

@OnPostgres
class SyntheticHospitalOnPostgresTest extends SyntheticHospitalPromises {

    @Test
    void fillingAnEmptyDatabaseDoesNotWalkOverAllPatientsForEachRow() {
        long rows = Stream.of(FilledTable.values())
                .filter(it -> it != FilledTable.PATIENT)
                .mapToLong(it -> count(it.table()))
                .sum();
        assertThat(patientsLookedAt()).isPositive().isLessThan(10 * rows);
    }

    private long patientsLookedAt() {
        return jdbc.sql("select sum(idx_tup_read) from pg_stat_user_indexes where relname = 'patient'")
                .query(Long.class)
                .single();
    }
}

class InventedRecordsTest {

    @Test
    void theSameSeedMakesTheSameRecords() {
        for (int serial = 1; serial <= 50; serial++) {
            assertThat(record(7, serial)).isEqualTo(record(7, serial));
        }
        assertThat(record(8, 1)).isNotEqualTo(record(7, 1));
    }

    private static InventedRecords.Record record(long seed, int serial) {
        InventedPatient patient = InventedPatient.of(seed, serial);
        InventedVisits visits =
                new InventedVisits(Lines.read("diagnoses.csv", Diagnosis::of), seed, LocalDate.of(2026, 1, 5));
        return new InventedRecords(
                        Lines.read("drugs.csv", DrugLine::of), Lines.read("allergies.csv", AllergyLine::of), seed)
                .of(patient, visits.of(patient).visits());
    }
}

class InventedPatientTest {

    @Test
    void theSameSeedMakesTheSamePatients() {
        for (int serial = 1; serial <= 200; serial++) {
            assertThat(InventedPatient.of(7, serial)).isEqualTo(InventedPatient.of(7, serial));
        }
        assertThat(InventedPatient.of(8, 1)).isNotEqualTo(InventedPatient.of(7, 1));
    }

    @Test
    void aNumberSaysTheCenturySexAndYearOfItsOwner() {
        for (int serial = 1; serial <= 2_000; serial++) {
            InventedPatient patient = InventedPatient.of(7, serial);
            int year = Integer.parseInt(patient.birthDate().substring(0, 4));
            int centuryAndSex = (year / 100 - 19) * 2 + (patient.sex() == Sex.FEMALE ? 1 : 0);
            assertThat(patient.national()).matches("[0-9]{12}");
            assertThat(patient.national().substring(3, 6)).isEqualTo("%d%02d".formatted(centuryAndSex, year % 100));
        }
    }

    @Test
    void noNumberIsGivenTwice() {
        List<InventedPatient> patients = IntStream.rangeClosed(1, 5_000)
                .mapToObj(serial -> InventedPatient.of(7, serial))
                .toList();
        assertThat(patients).extracting(InventedPatient::national).doesNotHaveDuplicates();
        assertThat(patients)
                .extracting(InventedPatient::insurance)
                .filteredOn(Objects::nonNull)
                .doesNotHaveDuplicates();
    }
}
