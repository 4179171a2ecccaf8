package vn.tiepdon.server.coverage.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestData;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** Whatever somebody uploads, the answer says what is wrong with it. */
@OnH2
class BadUploadsTest {

    private static final int MEGABYTE = 1 << 20;

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    private final HttpClient http = HttpClient.newHttpClient();
    private TestHospital hospital;
    private String admin;

    @BeforeEach
    void aHospital() {
        hospital = hospitals.open();
        hospital.room(hospital.clinic("TIM", 10), "12");
        admin = hospital.staff(Role.ADMIN);
    }

    @Test
    void aListOfFacilitiesFromAShellIsRefusedInWords() throws Exception {
        for (int size : new int[] {4 * MEGABYTE + 1, 20 * MEGABYTE}) {
            HttpResponse<String> announced = put(BodyPublishers.ofByteArray(new byte[size]));
            assertThat(announced.statusCode()).isEqualTo(413);
            assertThat(announced.body()).contains("IMPORT_TOO_LARGE").contains("4 MB");
            HttpResponse<String> chunked =
                    put(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size])));
            assertThat(chunked.statusCode()).isEqualTo(413);
        }
        HttpResponse<String> line = put(BodyPublishers.ofString("code,name\n01028,Bệnh viện Thử\n01029,\n"));
        assertThat(line.statusCode()).isEqualTo(400);
        assertThat(line.body()).isEqualTo("Chưa nạp: dòng 3 chưa đúng.\n");
        HttpResponse<String> nothing = put(BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, 0, 1}));
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.body()).isEqualTo("Chưa nạp: không đọc được tệp này.\n");
        assertThat(put(BodyPublishers.noBody()).statusCode()).isEqualTo(400);
        assertThat(put(BodyPublishers.ofString("code,name\n01028,Bệnh viện Thử\n"))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void thePagesSayWhatIsWrongWithAFileAndTakeManyClinics() throws Exception {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.staff(port, admin);
            page.navigate("http://localhost:" + port + "/admin/insurance");
            String token = page.locator("input[name=_csrf]").first().inputValue();
            String cookies = page.context().cookies().stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
            Poster poster = new Poster(http, port, cookies, token);
            assertThat(poster.file("/admin/insurance/places", new byte[9 * MEGABYTE]))
                    .contains("dài hơn 4 MB");
            assertThat(poster.file("/icd10", new byte[20 * MEGABYTE])).contains("lớn hơn mọi danh mục bệnh");
            assertThat(poster.file("/icd10", new byte[] {'P', 'K', 3, 4, 5})).contains("không phải Excel");
            HttpResponse<String> certificate =
                    poster.form("/admin/insurance/certificate", "file=" + "A".repeat(MEGABYTE));
            assertThat(certificate.statusCode()).isEqualTo(413);
            assertThat(certificate.body()).contains("Tiếp Đón").contains("<h1>");
            String clinics = IntStream.range(0, 400)
                    .mapToObj(clinic -> "code-" + clinic + "=02.03&name-" + clinic + "="
                            + URLEncoder.encode("Khám bệnh chuyên khoa", StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            assertThat(clinics).hasSizeGreaterThan(16 * 1024);
            assertThat(poster.form("/admin/insurance/items", clinics).statusCode())
                    .isEqualTo(302);
            page.reload();
            String clinic = page.locator("input[id^=code-]").first().getAttribute("name");
            poster.form("/admin/insurance/items", clinic + "=%00&" + clinic.replace("code", "name") + "=x");
            page.reload();
            assertThat(page.locator("[role=alert]").textContent()).contains("Chưa lưu");
        }
    }

    private HttpResponse<String> put(BodyPublisher body) throws Exception {
        String login = Base64.getEncoder()
                .encodeToString((admin + ":" + TestData.FIRST_PASSWORD).getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + ApiPaths.ADMIN_CARE_PLACES))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Basic " + login)
                        .PUT(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** A browser's session without its scripts, which would not even send such files. */
    private record Poster(HttpClient http, int port, String cookies, String token) {

        String file(String path, byte[] file) throws Exception {
            HttpResponse<String> answer = send(path, "application/octet-stream", BodyPublishers.ofByteArray(file));
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }

        HttpResponse<String> form(String path, String fields) throws Exception {
            return send(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(fields));
        }

        private HttpResponse<String> send(String path, String type, BodyPublisher body) throws Exception {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .timeout(Duration.ofSeconds(60))
                            .header("Cookie", cookies)
                            .header("X-XSRF-TOKEN", token)
                            .header("Content-Type", type)
                            .header("Accept", "text/html")
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
