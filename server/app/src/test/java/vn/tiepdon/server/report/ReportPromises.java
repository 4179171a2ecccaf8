package vn.tiepdon.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** Figures of a day that is known to the minute. */
abstract class ReportPromises {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    TestHospitals hospitals;

    @Autowired
    FigureBook book;

    @Autowired
    Sheets sheets;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    ClinicId heart;
    ClinicId laboratory;
    PatientId patient;
    int number;

    @BeforeEach
    void aHospital() {
        hospital = hospitals.open();
        heart = hospital.clinic("TIM", 500);
        laboratory = hospital.service(ClinicKind.LABORATORY, "XN", "X", "31");
        patient = hospital.patient("Nguyễn Thị Minh", "1950", Sex.FEMALE);
    }

    @Test
    void aDayIsCountedByWhatBecameOfItsNumbers() {
        ticket(DAY, "07:00", "DONE", "KIOSK", 30, 20, 60);
        ticket(DAY, "07:30", "DONE", "KIOSK", 50, 40, 119);
        ticket(DAY, "08:00", "DONE", "DESK", null, 30, 120);
        ticket(DAY, "08:10", "MISSED", null, null, 90, null);
        ticket(DAY, "23:30", "CANCELLED", "KIOSK", null, null, null);
        ticket(DAY, "09:00", "WAITING", "KIOSK", 3_600, null, null);
        ticket(DAY.minusDays(1), "07:00", "DONE", "DESK", null, 5, 10);
        Figures figures = book.of(hospital.id(), Period.day(DAY));
        assertThat(figures.whole().counts()).isEqualTo(new Counts(6, 3, 1, 1, 4, 5));
        assertThat(figures.whole().counts().open()).isEqualTo(1);
        assertThat(figures.whole().counts().kioskShare()).isEqualTo(800);
        assertThat(figures.clinics()).extracting(it -> it.name().vi()).containsExactly("Phòng khám TIM");
        assertThat(figures.whole().waits().size()).isEqualTo(4);
        assertThat(figures.whole().waits().median()).isEqualTo(30);
        assertThat(figures.whole().waits().nineOfTen()).isEqualTo(90);
        assertThat(figures.toRoom().median()).isEqualTo(30);
        assertThat(figures.door().median()).isEqualTo(50);
        assertThat(figures.door().nineOfTen()).isEqualTo(3_600);
        assertThat(figures.hours().get(7)).isEqualTo(2);
        assertThat(figures.hours().get(23)).isEqualTo(1);
    }

    @Test
    void aVisitIsComparedWithTheTargetForItsTechniques() {
        ticket(DAY, "07:00", "DONE", "KIOSK", null, 20, 119);
        ticket(DAY, "07:00", "DONE", "KIOSK", null, 20, 120);
        String withLaboratory = ticket(DAY, "07:00", "DONE", "KIOSK", null, 20, 179);
        stop(withLaboratory, laboratory, 2, DAY, instant(DAY, "08:00"), 15, "SENT");
        Figures figures = book.of(hospital.id(), Period.month(DAY));
        assertThat(figures.stays().get(0).within()).isEqualTo(500);
        assertThat(figures.stays().get(1).within()).isEqualTo(1000);
        assertThat(figures.stays().get(2).within()).isNull();
        assertThat(figures.toRoom().size()).isEqualTo(3);
        assertThat(figures.clinics()).hasSize(2);
    }

    @Test
    void filesSayWhatThePageSaysAndNothingInThemIsCalculated() throws Exception {
        jdbc.sql("update clinic set name_vi = '=cmd|''/c calc''!A1' where facility_id = ? and clinic_id = ?")
                .params(hospital.id().value(), heart.value())
                .update();
        ticket(DAY, "07:00", "DONE", "KIOSK", 30, 20, 60);
        Figures figures = book.of(hospital.id(), Period.day(DAY));
        List<Sheet> tables =
                sheets.of(figures, book.of(hospital.id(), Period.day(DAY).before()), VI);
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        SheetFiles.csv(tables, VI, csv);
        byte[] bytes = csv.toByteArray();
        assertThat(Arrays.copyOf(bytes, 3)).containsExactly(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("'=cmd", "100,0 %", "Số đã cấp;1;0")
                .doesNotContain("\n=cmd", "Nguyễn", patient.toString());
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        SheetFiles.xlsx(tables, xlsx);
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(xlsx.toByteArray()))) {
            assertThat(read.getSheets().map(it -> it.getName())).hasSize(4);
            var clinics = read.getSheet(1).orElseThrow().read();
            assertThat(clinics.get(1).getCellText(0)).startsWith("=cmd");
            assertThat(clinics.get(1).getCell(0).getFormula()).isNull();
            assertThat(clinics.get(1).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("1");
        }
    }

    /** @param called minutes after the number; null for never, as is {@code ended} */
    private String ticket(
            LocalDate day, String time, String state, String taken, Integer seconds, Integer called, Integer ended) {
        String id = UUID.randomUUID().toString();
        Instant at = instant(day, time);
        jdbc.sql("""
                        insert into ticket (facility_id, ticket_id, clinic_id, at_clinic_id, visit_clinic_id, business_day,
                            number, patient_id, state, calls, issued_at, queued_at, ended_at, taken_at, door_seconds,
                            version)
                        values (:facility, :id, :clinic, :clinic, :clinic, :day, :number, :patient, :state, 0, :at, :at,
                            :ended, :taken, :seconds, 0)""")
                .param("facility", hospital.id().value())
                .param("id", id)
                .param("clinic", heart.value())
                .param("day", day)
                .param("number", ++number)
                .param("patient", patient.value())
                .param("state", state)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param(
                        "ended",
                        ended == null ? null : at.plusSeconds(60L * ended).atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("taken", taken, java.sql.Types.VARCHAR)
                .param("seconds", seconds, java.sql.Types.INTEGER)
                .update();
        if (called != null) {
            stop(id, heart, 1, day, at, called, "ISSUED");
        }
        return id;
    }

    private void stop(String ticket, ClinicId clinic, int stop, LocalDate day, Instant queued, int called, String why) {
        jdbc.sql("insert into ticket_stop (facility_id, ticket_id, stop, clinic_id, business_day, cause, state, calls,"
                        + " queued_at, first_called_at) values (?, ?, ?, ?, ?, ?, 'DONE', 1, ?, ?)")
                .params(List.of(
                        hospital.id().value(),
                        ticket,
                        stop,
                        clinic.value(),
                        day,
                        why,
                        queued.atOffset(ZoneOffset.UTC),
                        queued.plusSeconds(60L * called).atOffset(ZoneOffset.UTC)))
                .update();
    }

    /** By the hospital's clock, seven hours before UTC's. */
    private static Instant instant(LocalDate day, String time) {
        return Instant.parse(day + "T" + time + ":00Z").minusSeconds(7 * 3_600);
    }
}

@OnH2
class ReportOnH2Test extends ReportPromises {}

@OnPostgres
class ReportOnPostgresTest extends ReportPromises {}
