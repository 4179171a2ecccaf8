package vn.tiepdon.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.device.DeviceSessions;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestData;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** Every way into the server that there is, tried by everyone who must not use it. */
@OnH2
class AuthorisationSweepTest {

    private static final Set<String> OPEN = Set.of("/health", "/login", "/error");
    /** The base point of P-256: a key that would do for a new card. */
    private static final String POINT = Base64.getEncoder()
            .encodeToString(HexFormat.of()
                    .parseHex("04" + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                            + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"));

    /** Numbers and truths that some bodies must not lack. */
    private static final String NUMBERS = "\"state\":1,\"count\":1,\"revision\":1,\"blocked\":false,\"active\":false";

    private static final Set<Integer> SHUT = Set.of(401, 403, 404);

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TestHospitals hospitals;

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    TestHospital hospital;
    TestHospital.Enrolled screen;

    @BeforeEach
    void aHospitalToKeepOut() {
        hospital = hospitals.open();
        ClinicId clinic = hospital.clinic("TIM", 10);
        hospital.room(clinic, "12");
        screen = hospital.screen("TIM");
        hospital.identifier(
                hospital.patient("Nguyễn Thị Minh", "1950", Sex.FEMALE), IdentifierKind.HOSPITAL, "BN000001");
    }

    @Test
    void theSweepSeesTheWaysThereAre() {
        assertThat(ways())
                .extracting(Way::path)
                .contains(
                        "/api/kiosk/configuration",
                        "/api/desk/patients",
                        "/api/admin/devices",
                        "/devices",
                        "/admin/insurance",
                        "/");
    }

    @Test
    void withoutLoginEveryWayButTheOpenOnesIsShut() {
        for (Way way : ways()) {
            if (OPEN.contains(way.path()) || way.area() == Area.PHONE) {
                continue;
            }
            HttpResponse<String> answer = call(way, Map.of());
            if (way.isPage() && answer.statusCode() == 302) {
                assertThat(answer.headers().firstValue("Location").orElse(""))
                        .as(way.toString())
                        .endsWith("/login");
            } else {
                assertThat(answer.statusCode()).as(way.toString()).isIn(401, 403);
            }
        }
    }

    @Test
    void aMadeUpSecretOpensNothing() {
        for (Way way : ways()) {
            if (OPEN.contains(way.path()) || way.area() == Area.PHONE) {
                continue;
            }
            for (String authorization : new String[] {
                "Bearer " + "A".repeat(43),
                "Bearer ",
                "Bearer " + "A".repeat(5_000),
                basic("quantri", "sai-mat-khau"),
                "Basic !!!!",
                "Enrolment AAAAA-AAAAA"
            }) {
                HttpResponse<String> answer = call(way, Map.of("Authorization", authorization));
                assertThat(answer.statusCode()).as(way + " " + authorization).isIn(302, 401, 403);
            }
        }
    }

    @Test
    void staffWithoutTheRoleAndDevicesOfTheWrongKindAreShutOut() {
        String kiosk = hospital.kiosk().token();
        for (Way way : ways()) {
            switch (way.area()) {
                case KIOSK -> {
                    shut(way, Map.of("Authorization", "Bearer " + screen.token()));
                    shut(way, Map.of("Authorization", basic(hospital.staff(Role.ADMIN))));
                }
                case BRIDGE -> {
                    shut(way, Map.of("Authorization", "Bearer " + kiosk));
                    shut(way, Map.of("Authorization", basic(hospital.staff(Role.ADMIN))));
                }
                case DESK_KEYS -> shut(way, session(hospital.staff(Role.RECEPTION, Role.ROOM)));
                case DESK_CARDS -> shut(way, session(hospital.staff(Role.ROOM)));
                case DESK -> {
                    shut(way, Map.of("Authorization", basic(hospital.staff(Role.ROOM))));
                    shut(way, Map.of("Authorization", "Bearer " + kiosk));
                }
                case ADMIN -> {
                    shut(way, Map.of("Authorization", basic(hospital.staff(Role.RECEPTION, Role.ROOM))));
                    shut(way, Map.of("Authorization", "Bearer " + kiosk));
                }
                case DEVICES_PAGE -> shut(way, session(hospital.staff(Role.RECEPTION, Role.ROOM)));
                case DESK_PAGE -> {
                    toLogin(way, Map.of("Cookie", DeviceSessions.SCREEN_COOKIE + "=" + screen.token()));
                    if (!way.method().equals("GET")) {
                        shut(way, session(hospital.staff(Role.ROOM)));
                    }
                }
                case ROOM -> {
                    shut(way, session(hospital.staff(Role.RECEPTION)));
                    toLogin(way, Map.of("Cookie", DeviceSessions.SCREEN_COOKIE + "=" + screen.token()));
                }
                case EXCHANGE -> {
                    shut(way, Map.of("Authorization", "Bearer " + kiosk));
                    shut(way, Map.of("Authorization", "Bearer " + screen.token()));
                    shut(way, Map.of("Authorization", basic(hospital.staff(Role.RECEPTION, Role.ROOM))));
                }
                case FHIR -> {
                    shut(way, Map.of("Authorization", "Bearer " + kiosk));
                    shut(way, Map.of("Authorization", "Bearer " + screen.token()));
                    shut(way, Map.of("Authorization", basic(hospital.staff(Role.ADMIN, Role.RECEPTION, Role.ROOM))));
                }
                case SCREEN, OTHER -> toLogin(way, Map.of("Authorization", "Bearer " + kiosk));
                case OPEN -> assertThat(way.path()).isIn(allOpen());
                case PHONE ->
                    assertThat(call(way, Map.of()).statusCode())
                            .as(way.toString())
                            .isEqualTo(410);
            }
        }
    }

    @Test
    void anotherHospitalsStaffAndDevicesFindNothingHere() {
        TestHospital other = hospitals.open();
        Map<String, String> admin = session(other.staff(Role.ADMIN, Role.ROOM, Role.RECEPTION));
        Map<String, String> otherScreen = Map.of(
                "Cookie", DeviceSessions.SCREEN_COOKIE + "=" + other.screen().token());
        for (Way way : ways()) {
            if (!way.template().contains("{")) {
                continue;
            }
            switch (way.area()) {
                case DEVICES_PAGE, DESK_PAGE, ROOM, DESK_CARDS, DESK_KEYS -> shut(way, admin);
                case BRIDGE ->
                    shut(way, Map.of("Authorization", "Bearer " + other.bridge().token()));
                case EXCHANGE, FHIR ->
                    shut(way, Map.of("Authorization", "Bearer " + other.system().token()));
                case SCREEN -> {
                    shut(way, admin);
                    shut(way, otherScreen);
                }
                case DESK, ADMIN -> shut(way, Map.of("Authorization", basic(other.staff(Role.ADMIN, Role.RECEPTION))));
                default -> assertThat(way.area()).isIn(Area.KIOSK, Area.OTHER, Area.OPEN, Area.PHONE);
            }
        }
    }

    @Test
    void anotherSystemOpensNothingButWhatIsMadeForIt() {
        Map<String, String> system =
                Map.of("Authorization", "Bearer " + hospital.system().token());
        for (Way way : ways()) {
            switch (way.area()) {
                case EXCHANGE, FHIR, OPEN, PHONE -> {}
                default -> toLogin(way, system);
            }
        }
    }

    @Test
    void aScreensCookieOpensItsScreenAndLeavesNoSession() {
        Map<String, String> cookie = Map.of("Cookie", DeviceSessions.SCREEN_COOKIE + "=" + screen.token());
        HttpResponse<String> answer = call(
                new Way("GET", "/screen/{id}", "/screen/" + screen.device().id().value()), cookie);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(set -> set.startsWith("JSESSIONID"));
        toLogin(new Way("GET", "/devices", "/devices"), cookie);
    }

    @Test
    void aPageThatChangesSomethingWantsItsToken() {
        Map<String, String> admin = session(hospital.staff(Role.ADMIN));
        for (Way way : ways()) {
            if (way.isPage() && way.method().equals("POST")) {
                Map<String, String> withoutToken = Map.of("Cookie", admin.get("Cookie"));
                assertThat(call(way, withoutToken).statusCode())
                        .as(way.toString())
                        .isEqualTo(403);
            }
        }
    }

    private void shut(Way way, Map<String, String> as) {
        assertThat(call(way, as).statusCode()).as(way.toString()).isIn(SHUT);
    }

    private void toLogin(Way way, Map<String, String> as) {
        HttpResponse<String> answer = call(way, as);
        boolean shut = SHUT.contains(answer.statusCode());
        boolean login = answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").endsWith("/login");
        assertThat(shut || login).as(way + " " + answer.statusCode()).isTrue();
    }

    private static Set<String> allOpen() {
        Set<String> open = new TreeSet<>(OPEN);
        open.add(ApiPaths.DEVICE_ENROLMENT);
        open.add(ApiPaths.DEVICE_HEALTH);
        return open;
    }

    private List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            Set<String> methods = new TreeSet<>();
            mapping.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
            if (methods.isEmpty()) {
                methods.addAll(Set.of("GET", "POST"));
            }
            for (String template : mapping.getPatternValues()) {
                methods.forEach(method -> ways.add(new Way(method, template, filled(template))));
            }
        });
        // A servlet of its own, which answers before any controller.
        Stream.of(
                        "/metadata",
                        "/Patient",
                        "/Patient/{id}",
                        "/Patient/{id}/$everything",
                        "/Observation",
                        "/Unheard/{id}")
                .forEach(path -> ways.add(new Way("GET", ApiPaths.FHIR + path, filled(ApiPaths.FHIR + path))));
        ways.add(new Way("POST", ApiPaths.FHIR + "/Patient", ApiPaths.FHIR + "/Patient"));
        ways.add(new Way("PUT", ApiPaths.FHIR + "/Encounter", ApiPaths.FHIR + "/Encounter"));
        return ways;
    }

    private String filled(String template) {
        return template.replaceAll("\\{act:([a-z]+)[^}]*}", "$1")
                .replaceAll("\\{room[^}]*}", "12")
                .replaceAll("\\{hospitalCode}", "BN000001")
                .replaceAll("\\{visitId}", "1")
                .replaceAll("\\{checkInId}", "00000000-0000-4000-8000-000000000000")
                .replaceAll("\\{[^}]*}", screen.device().id().value());
    }

    private HttpResponse<String> call(Way way, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + way.path()))
                .timeout(Duration.ofSeconds(30));
        String csrf = headers.getOrDefault("csrf", "");
        boolean form = way.isPage();
        request.header("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json");
        headers.forEach((name, value) -> {
            if (!name.equals("csrf")) {
                request.header(name, value);
            }
        });
        String body = form ? "_csrf=" + csrf : "{\"publicKey\":\"" + POINT + "\"," + NUMBERS + "}";
        request.method(
                way.method(),
                way.method().equals("GET")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(way.toString(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(way.toString(), stopped);
        }
    }

    private Map<String, String> session(String login) {
        return StaffSession.logIn(http, "http://localhost:" + port, login, TestData.FIRST_PASSWORD);
    }

    private static String basic(String login) {
        return basic(login, TestData.FIRST_PASSWORD);
    }

    private static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private enum Area {
        OPEN,
        /** Whoever has the address: nobody guesses one. */
        PHONE,
        KIOSK,
        BRIDGE,
        DESK_CARDS,
        DESK_KEYS,
        DESK,
        ADMIN,
        DEVICES_PAGE,
        DESK_PAGE,
        ROOM,
        SCREEN,
        EXCHANGE,
        FHIR,
        OTHER
    }

    private record Way(String method, String template, String path) {

        boolean isPage() {
            return !path.startsWith("/api/") && !path.startsWith(ApiPaths.FHIR);
        }

        Area area() {
            if (allOpen().contains(path)) {
                return Area.OPEN;
            }
            if (path.startsWith("/t/")) {
                return Area.PHONE;
            }
            if (path.startsWith("/desk/cards/keys")) {
                return Area.DESK_KEYS;
            }
            if (path.startsWith("/desk/cards")
                    || path.startsWith("/desk/duplicates")
                    || path.startsWith("/desk/registration")
                    || path.startsWith("/desk/handovers")
                    || path.endsWith("/identity")
                    || path.contains("/numbers")) {
                return Area.DESK_CARDS;
            }
            if (path.equals("/icd10")) {
                return Area.DEVICES_PAGE;
            }
            if (path.startsWith("/visits") || path.endsWith("/visits") || path.endsWith("/targets")) {
                return Area.ROOM;
            }
            if (path.startsWith("/imports") || path.startsWith("/hl7") || path.startsWith("/admin")) {
                return Area.DEVICES_PAGE;
            }
            Map<String, Area> areas = Map.of(
                    "/api/kiosk",
                    Area.KIOSK,
                    "/api/bridge",
                    Area.BRIDGE,
                    "/api/desk",
                    Area.DESK,
                    "/api/admin",
                    Area.ADMIN,
                    "/api/exchange",
                    Area.EXCHANGE,
                    ApiPaths.FHIR,
                    Area.FHIR,
                    "/devices",
                    Area.DEVICES_PAGE,
                    "/desk",
                    Area.DESK_PAGE,
                    "/room",
                    Area.ROOM,
                    "/screen",
                    Area.SCREEN);
            return areas.entrySet().stream()
                    .filter(area -> path.startsWith(area.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(Area.OTHER);
        }
    }
}
