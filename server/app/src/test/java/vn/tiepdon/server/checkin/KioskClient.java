package vn.tiepdon.server.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Handover;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.IdentificationRequest;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.PriorityClaim;

/** Speaks to the server as a kiosk does. */
public final class KioskClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;
    private final String token;

    public KioskClient(int port, String token) {
        this.port = port;
        this.token = token;
    }

    public KioskConfiguration configuration() {
        return JSON.readValue(ok(raw("GET", ApiPaths.KIOSK_CONFIGURATION, null)), KioskConfiguration.class);
    }

    public Identification identify(Presentation shown) {
        return JSON.readValue(ok(identification(shown)), Identification.class);
    }

    public FaultCode identifyRefused(Presentation shown) {
        return refused(identification(shown));
    }

    /** The whole refusal. */
    public Problem identifyProblem(Presentation shown) {
        return JSON.readValue(identification(shown).body(), Problem.class);
    }

    /** Somebody on the way to the desk, as a kiosk says so. */
    public int handOver(Handover told) {
        return raw("POST", ApiPaths.KIOSK_HANDOVERS, JSON.writeValueAsString(told))
                .statusCode();
    }

    /** Of somebody who says to go first. */
    public CheckIn checkInDeclaring(UUID id, UUID identification, String clinic, PriorityClaim claim) {
        String body = JSON.writeValueAsString(new CheckInRequest(identification, clinic, Set.of(claim), null));
        return JSON.readValue(
                ok(raw("PUT", ApiPaths.fill(ApiPaths.KIOSK_CHECK_IN, id.toString()), body)), CheckIn.class);
    }

    public HttpResponse<byte[]> put(String path, String body) {
        return raw("PUT", path, body);
    }

    /** @param tag of the answer that is there already; null for none */
    public HttpResponse<byte[]> get(String path, String tag) {
        return tag == null ? raw("GET", path, null) : raw("GET", path, null, "If-None-Match", tag);
    }

    private HttpResponse<byte[]> identification(Presentation shown) {
        return raw("POST", ApiPaths.KIOSK_IDENTIFICATIONS, JSON.writeValueAsString(new IdentificationRequest(shown)));
    }

    /** The whole way: a typed number, then a clinic. */
    public CheckIn checkIn(UUID id, String typed, String clinic) {
        UUID who = identify(new Presentation.TypedNumber(typed)).id();
        return JSON.readValue(checkInBytes(id, who, clinic), CheckIn.class);
    }

    /** The same, by somebody who has stood there for so long. */
    public CheckIn checkIn(String typed, String clinic, int seconds) {
        UUID who = identify(new Presentation.TypedNumber(typed)).id();
        CheckInRequest request = new CheckInRequest(who, clinic).after(seconds);
        String path = ApiPaths.fill(ApiPaths.KIOSK_CHECK_IN, UUID.randomUUID().toString());
        return JSON.readValue(ok(raw("PUT", path, JSON.writeValueAsString(request))), CheckIn.class);
    }

    public CheckIn checkInAs(UUID id, UUID identification, String clinic) {
        return JSON.readValue(checkInBytes(id, identification, clinic), CheckIn.class);
    }

    byte[] checkInBytes(UUID id, UUID identification, String clinic) {
        return ok(put(id, identification, clinic));
    }

    FaultCode checkInRefused(UUID id, UUID identification, String clinic) {
        return refused(put(id, identification, clinic));
    }

    HttpResponse<byte[]> put(UUID id, UUID identification, String clinic) {
        return raw(
                "PUT",
                ApiPaths.fill(ApiPaths.KIOSK_CHECK_IN, id.toString()),
                JSON.writeValueAsString(new CheckInRequest(identification, clinic)));
    }

    HttpResponse<byte[]> raw(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", ApiPaths.DEVICE_SCHEME + " " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static byte[] ok(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).as(new String(response.body())).isEqualTo(200);
        return response.body();
    }

    static FaultCode refused(HttpResponse<byte[]> response) {
        assertThat(response.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        return JSON.readValue(response.body(), Problem.class).code();
    }
}
