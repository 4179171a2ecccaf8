package vn.tiepdon.simulator.insurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VirtualGatewayTest {

    private static final GatewayAccess ACCESS = GatewayAccess.sample();
    /** MD5 of the sample's password, in capitals. */
    private static final String DIGEST = digest();

    private final HttpClient http = HttpClient.newHttpClient();
    private VirtualGateway gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = VirtualGateway.start(0, ACCESS, "36999", 1);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aNumberThatBeginsWith99SpeaksForItself() throws Exception {
        JsonNode key = token();
        assertThat(lookUp(key, "9900000010").get("maKetQua").asString()).isEqualTo("010");
        assertThat(lookUp(key, "9900000060").get("maKetQua").asString()).isEqualTo("060");
        assertThat(lookUp(key, "0190000123").get("maKetQua").asString()).isEqualTo("000");
        gateway.card("0190000123", "003");
        assertThat(lookUp(key, "0190000123").get("maTheMoi").asString()).startsWith("HT3");
    }

    @Test
    void aTokenThatHasExpiredIsRefused() throws Exception {
        JsonNode key = token();
        gateway.forgetTokens();
        assertThat(lookUp(key, "0190000123").get("maKetQua").asString()).isEqualTo("401");
    }

    @Test
    void whoIsNotTheStaffOfTheAccountIsTold() throws Exception {
        JsonNode key = token();
        assertThat(lookUp(key, "0190000123", "Ai Đó", ACCESS.staffNumber())
                        .get("maKetQua")
                        .asString())
                .isEqualTo("055");
        assertThat(lookUp(key, "0190000123", ACCESS.staffName(), "001080000457")
                        .get("maKetQua")
                        .asString())
                .isEqualTo("054");
    }

    @Test
    void theOldWaysAreDead() throws Exception {
        for (String path : new String[] {"/api/egw/KQNhanLichSuKCB2018", "/api/egw/guiHoSoGiamDinh4210"}) {
            assertThat(post(path, "application/json", "{}").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aRecordThatComesTwiceIsOneVisit() throws Exception {
        JsonNode key = token();
        String xml =
                "<CHI_TIEU_TRANG_THAI_KCB><MA_LK>TIEPDON-1</MA_LK><MA_BN>BN000001</MA_BN></CHI_TIEU_TRANG_THAI_KCB>";
        String form = "username=36999_BV&loaiHoSo=0&maTinh=36&maCSKCB=36999&fileHSBase64="
                + URLEncoder.encode(
                        Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8);
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = post(
                    "/api/qd130/checkInKcbQd3176",
                    "application/x-www-form-urlencoded",
                    form,
                    "accessToken",
                    key.get("access_token").asString(),
                    "tokenId",
                    key.get("id_token").asString(),
                    "passwordHash",
                    DIGEST);
            assertThat(JsonMapper.shared()
                            .readTree(answer.body())
                            .get("maKetQua")
                            .asString())
                    .isEqualTo("200");
        }
        assertThat(gateway.records().visits()).isEqualTo(1);
        assertThat(gateway.records().again()).isEqualTo(1);
    }

    @Test
    void aGatewayThatIsDownAnswersNothing() throws Exception {
        gateway.down(true);
        assertThat(post("/api/token/take", "application/x-www-form-urlencoded", "")
                        .statusCode())
                .isEqualTo(503);
        gateway.down(false);
        gateway.html(true);
        assertThat(post("/api/token/take", "application/x-www-form-urlencoded", "")
                        .body())
                .startsWith("<html>");
    }

    private JsonNode token() throws Exception {
        String form = "username=" + ACCESS.user() + "&password=" + DIGEST;
        return JsonMapper.shared()
                .readTree(post("/api/token/take", "application/x-www-form-urlencoded", form)
                        .body())
                .get("APIKey");
    }

    private JsonNode lookUp(JsonNode key, String card) throws Exception {
        return lookUp(key, card, ACCESS.staffName(), ACCESS.staffNumber());
    }

    private JsonNode lookUp(JsonNode key, String card, String staff, String number) throws Exception {
        String path = "/api/egw/KQNhanLichSuKCB2024?token=%s&id_token=%s&username=%s&password=%s"
                .formatted(
                        key.get("access_token").asString(), key.get("id_token").asString(), ACCESS.user(), DIGEST);
        String body = """
                {"maThe":"%s","hoTen":"Nguyễn Thị Mẫu","ngaySinh":"15/01/1990","hoTenCb":"%s","cccdCb":"%s"}""".formatted(card, staff, number);
        return JsonMapper.shared().readTree(post(path, "application/json", body).body());
    }

    private HttpResponse<String> post(String path, String type, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.url() + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String digest() {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("MD5")
                            .digest(ACCESS.password().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
