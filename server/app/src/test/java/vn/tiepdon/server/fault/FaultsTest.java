package vn.tiepdon.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestData;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
@ExtendWith(OutputCaptureExtension.class)
class FaultsTest {

    /** Stands for whatever a request says of a person. */
    private static final String PERSON = "Người Bệnh Bí Mật 001190009999";

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    TestHospital hospital;
    String kiosk;

    @BeforeEach
    void aHospitalWithAKiosk() {
        hospital = hospitals.open();
        kiosk = "Bearer " + hospital.kiosk().token();
    }

    @Test
    void nonsenseIsAnInvalidRequestAndStaysOutOfTheLog(CapturedOutput log) {
        for (String body : new String[] {
            "",
            "{",
            "[]",
            "{\"presentation\":\"" + PERSON + "\"}",
            "{\"presentation\":{\"kind\":\"" + PERSON + "\"}}",
            "{\"presentation\":{\"kind\":\"typed-number\",\"digits\":[\"" + PERSON + "\"]}}",
            "{\"presentation\":{\"kind\":\"citizen-code\",\"sex\":\"" + PERSON + "\"}}"
        }) {
            Problem problem = identify(body);
            assertThat(problem.code()).as(body).isEqualTo(FaultCode.REQUEST_INVALID);
            assertThat(problem.status()).as(body).isEqualTo(400);
            assertThat(problem.toString()).doesNotContain("Bí Mật");
        }
        assertThat(log.getAll()).doesNotContain("Bí Mật").doesNotContain("001190009999");
    }

    @Test
    void aBodyTooLongIsRefusedAnnouncedOrNot() {
        String body = "{\"presentation\":{\"kind\":\"typed-number\",\"digits\":\"" + "9".repeat(80_000) + "\"}}";
        assertThat(identify(body).status()).isEqualTo(413);
        Problem chunked = client().method(HttpMethod.POST)
                .uri(ApiPaths.KIOSK_IDENTIFICATIONS)
                .header(HttpHeaders.AUTHORIZATION, kiosk)
                .contentType(MediaType.APPLICATION_JSON)
                .body(out -> out.write(body.getBytes(StandardCharsets.UTF_8)))
                .exchange((request, response) -> response.bodyTo(Problem.class));
        assertThat(chunked.status()).isEqualTo(413);
    }

    @Test
    void theDesksSearchStaysOutOfTheLog(CapturedOutput log) {
        String login = hospital.staff(Role.RECEPTION);
        client().get()
                .uri(ApiPaths.DESK_PATIENTS + "?q={q}", PERSON)
                .headers(headers -> headers.setBasicAuth(login, TestData.FIRST_PASSWORD))
                .exchange((request, response) -> response.getStatusCode());
        Problem tooMany = client().get()
                .uri(ApiPaths.DESK_PATIENTS + "?q={q}&limit=5000", PERSON)
                .headers(headers -> headers.setBasicAuth(login, TestData.FIRST_PASSWORD))
                .exchange((request, response) -> response.bodyTo(Problem.class));
        assertThat(tooMany.code()).isEqualTo(FaultCode.REQUEST_INVALID);
        assertThat(log.getAll()).doesNotContain("Bí Mật").doesNotContain("001190009999");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String login = hospital.staff(Role.RECEPTION);
        Problem problem = client().get()
                .uri("/api/desk/nothing")
                .headers(headers -> headers.setBasicAuth(login, TestData.FIRST_PASSWORD))
                .exchange((request, response) -> response.bodyTo(Problem.class));
        assertThat(problem.code()).isEqualTo(FaultCode.NOT_FOUND);
    }

    @Test
    void fiveWrongPasswordsCloseALoginForAWhile() {
        String login = hospital.staff(Role.RECEPTION);
        for (int i = 0; i < 5; i++) {
            assertThat(deskStatus(login, "sai")).isEqualTo(401);
        }
        assertThat(deskStatus(login, TestData.FIRST_PASSWORD)).isEqualTo(401);
    }

    private int deskStatus(String login, String password) {
        return client().get()
                .uri(ApiPaths.DESK_PATIENTS + "?q=BN")
                .headers(headers -> headers.setBasicAuth(login, password))
                .exchange((request, response) -> response.getStatusCode().value());
    }

    private Problem identify(String body) {
        return client().post()
                .uri(ApiPaths.KIOSK_IDENTIFICATIONS)
                .header(HttpHeaders.AUTHORIZATION, kiosk)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((request, response) -> response.bodyTo(Problem.class));
    }

    private RestClient client() {
        return RestClient.create("http://localhost:" + port);
    }
}
