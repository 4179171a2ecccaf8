package vn.tiepdon.simulator.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;

/** Against a socket that answers as it is told: refusals and silence, which the real server gives too rarely. */
class HospitalClientTest {

    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private HttpServer server;
    private HospitalClient client;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        client = new HospitalClient(address, Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aKioskIsInvitedByStaffAndEnrolsWithItsCodeOnce() throws Exception {
        answer(
                ApiPaths.ADMIN_DEVICES,
                201,
                "{\"deviceId\":\"d\",\"enrolmentCode\":\"once\",\"expires\":\"2026-01-01T00:00:00Z\"}");
        answer(
                ApiPaths.DEVICE_ENROLMENT,
                200,
                "{\"deviceId\":\"d\",\"name\":\"k\",\"kind\":\"KIOSK\",\"token\":\"secret\"}");
        answer(
                ApiPaths.KIOSK_IDENTIFICATIONS,
                200,
                "{\"level\":\"claimed\",\"id\":\"5f0c3f3e-0000-4000-8000-000000000001\",\"person\":"
                        + "{\"maskedName\":\"NGUYỄN T. M.\",\"address\":\"BA\"},\"clinics\":[],\"openTickets\":[]}");
        KioskClient kiosk = client.newKiosk(StaffLogin.administrator("mật khẩu"), "k");
        assertThat(kiosk.identify(new Presentation.TypedNumber("BN000123")).orThrow())
                .isInstanceOf(Identification.Claimed.class);
        assertThat(asked.get(ApiPaths.ADMIN_DEVICES)).isEqualTo("Basic cXVhbnRyaTpt4bqtdCBraOG6qXU=");
        assertThat(asked.get(ApiPaths.DEVICE_ENROLMENT)).isEqualTo("Enrolment once");
        assertThat(asked.get(ApiPaths.KIOSK_IDENTIFICATIONS)).isEqualTo("Bearer secret");
    }

    @Test
    void aRefusalCarriesItsCodeFromTheCatalogue() throws Exception {
        answer(
                ApiPaths.DESK_PATIENTS,
                409,
                "{\"type\":\"t\",\"title\":\"x\",\"status\":409,\"code\":\"PATIENT_AMBIGUOUS\"}");
        assertThat(client.patients(StaffLogin.reception("x"), "BN 1", 5))
                .isEqualTo(new Reply.Refused<>(409, FaultCode.PATIENT_AMBIGUOUS));
    }

    @Test
    void aRefusalThatIsNotOursHasNoCode() throws Exception {
        answer(ApiPaths.DESK_PATIENTS, 502, "<html>proxy</html>");
        Reply<?> reply = client.patients(StaffLogin.reception("x"), "BN", 5);
        assertThat(reply).isEqualTo(new Reply.Refused<>(502, null));
        assertThatThrownBy(reply::orThrow)
                .isInstanceOf(NotAnsweredException.class)
                .hasMessageContaining("502");
    }

    @Test
    void silenceIsNeitherYesNorNo() throws Exception {
        server.createContext(ApiPaths.DESK_PATIENTS, exchange -> exchange.close());
        assertThat(client.patients(StaffLogin.reception("x"), "BN", 5)).isInstanceOf(Reply.Unanswered.class);
        server.stop(0);
        assertThat(client.patients(StaffLogin.reception("x"), "BN", 5)).isInstanceOf(Reply.Unanswered.class);
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            asked.put(path, exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
