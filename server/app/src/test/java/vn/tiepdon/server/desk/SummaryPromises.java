package vn.tiepdon.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.desk.PatientSummary;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestData;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

abstract class SummaryPromises {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final String NUMBER = "036150012345";

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    PatientId patient;
    String system;

    @BeforeEach
    void aPatientWithAYearOfVisits() {
        hospital = hospitals.open();
        ClinicId clinic = hospital.clinic("TIM", 100);
        patient = hospital.patient("Trần Văn An", "1955-02-03", Sex.MALE);
        hospital.identifier(patient, IdentifierKind.NATIONAL, NUMBER);
        hospital.identifier(patient, IdentifierKind.HOSPITAL, "BN000042");
        for (int month = 0; month < 12; month++) {
            hospital.visit(patient, clinic, DAY.plusMonths(month), month == 11 ? "B24" : "I10", "Tăng huyết áp");
        }
        system = "Bearer " + hospital.system().token();
    }

    @Test
    void aSystemLearnsOfANumberTheLastTenVisits() throws Exception {
        PatientSummary summary = answer(ask(ApiPaths.EXCHANGE_SUMMARY, NUMBER, system));
        assertThat(summary.hospitalCode()).isEqualTo("BN000042");
        assertThat(summary.fullName()).isEqualTo("Trần Văn An");
        assertThat(summary.visits())
                .extracting(PatientSummary.Visit::day)
                .containsExactlyElementsOf(IntStream.iterate(11, month -> month > 1, month -> month - 1)
                        .mapToObj(DAY::plusMonths)
                        .toList());
        assertThat(summary.visits().get(0).diagnosisCode()).isEqualTo("B24");
        assertThat(summary.visits().get(0).clinic().vi()).isNotBlank();
    }

    @Test
    void everyNumberOfAPatientAndEveryWayToAskGivesTheSame() throws Exception {
        PatientSummary summary = answer(ask(ApiPaths.EXCHANGE_SUMMARY, NUMBER, system));
        String reception = basic(hospital.staff(Role.RECEPTION));
        assertThat(answer(ask(ApiPaths.DESK_SUMMARY, "bn%20000042", reception))).isEqualTo(summary);
        String administrator = basic(hospital.staff(Role.ADMIN));
        assertThat(answer(ask(ApiPaths.EXCHANGE_SUMMARY, "BN000042", administrator)))
                .isEqualTo(summary);
    }

    @Test
    void somebodyWithoutVisitsIsStillSomebody() throws Exception {
        hospital.identifier(
                hospital.patient("Lê Thị Hoa", "1990", Sex.FEMALE), IdentifierKind.NATIONAL, "036190000001");
        PatientSummary summary = answer(ask(ApiPaths.EXCHANGE_SUMMARY, "036190000001", system));
        assertThat(summary.visits()).isEmpty();
        assertThat(summary.hospitalCode()).isNull();
    }

    @Test
    void nobodyAnotherHospitalsAndNonsenseAreToldApart() throws Exception {
        assertThat(ask(ApiPaths.EXCHANGE_SUMMARY, "036150099999", system).statusCode())
                .isEqualTo(404);
        String elsewhere = "Bearer " + hospitals.open().system().token();
        assertThat(ask(ApiPaths.EXCHANGE_SUMMARY, NUMBER, elsewhere).statusCode())
                .isEqualTo(404);
        assertThat(ask(ApiPaths.EXCHANGE_SUMMARY, "12", system).statusCode()).isEqualTo(400);
        assertThat(ask(ApiPaths.EXCHANGE_SUMMARY, "1".repeat(41), system).statusCode())
                .isEqualTo(400);
        assertThat(ask(ApiPaths.DESK_SUMMARY, NUMBER, system).statusCode()).isEqualTo(401);
    }

    @Test
    void whoAskedIsOnRecordAndWhatWasAskedIsNot() throws Exception {
        ask(ApiPaths.EXCHANGE_SUMMARY, NUMBER, system);
        ask(ApiPaths.EXCHANGE_SUMMARY, "036150099999", system);
        List<String> trail = jdbc.sql("select object from audit where facility_id = :facility and action = :action")
                .param("facility", hospital.id().value())
                .param("action", "patient.summary")
                .query(String.class)
                .list();
        assertThat(trail).containsExactly("NATIONAL", "NATIONAL");
    }

    private HttpResponse<String> ask(String path, String number, String authorization)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path + "?number=" + number))
                                .header("Authorization", authorization)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static PatientSummary answer(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readValue(response.body(), PatientSummary.class);
    }

    private static String basic(String login) {
        String pair = login + ":" + TestData.FIRST_PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}

@OnH2
class SummaryOnH2Test extends SummaryPromises {}

@OnPostgres
class SummaryOnPostgresTest extends SummaryPromises {}
