package vn.tiepdon.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.desk.CardBatch;
import vn.tiepdon.api.desk.NewCardBatch;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestData;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** Every page that there is, as the server's own list of ways has them: a new one cannot be forgotten. */
@OnH2
class EveryPageTest {

    private static final int MOST_SCRIPT = 100 * 1024;

    /** Pages that need more than a hospital with a morning behind it, and a patient's telephone: looked at by their own tests. */
    private static final Set<String> ELSEWHERE =
            Set.of("/insurance/records/{recordId}", "/imports/{importId}", "/t/{token}", "/t/{token}/now");

    /** What some are asked with. */
    private static final Map<String, String> ASKED =
            Map.of("/desk/duplicates/pair", "?one=BN000001&other=BN000002", "/desk/cards/patients", "?code=BN000001");

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final Map<String, String> values = new TreeMap<>();

    @Test
    void everyPageIsUsableByAllInBothThemesAndLoadsLittleScript() {
        TestHospital hospital = hospitals.open();
        String login = hospital.staff(Role.ADMIN, Role.RECEPTION, Role.ROOM);
        fill(hospital, login);
        try (Chromium chromium = new Chromium()) {
            SoftAssertions all = new SoftAssertions();
            Page page = chromium.staff(port, login);
            Set<String> seen = new TreeSet<>();
            for (String template : templates()) {
                look(page, template, seen, all);
            }
            for (String template : seen) {
                all.check(() -> speaksEnglish(page, template));
            }
            all.assertThat(seen).contains("/desk/patients/{hospitalCode}", "/room/{roomCode}", "/screen/{deviceId}");
            page.navigate(url("/nowhere"));
            all.check(() -> Chromium.assertUsableByAllInBothThemes(page));
            page.context().clearCookies();
            page.navigate(url("/login"));
            all.check(() -> Chromium.assertUsableByAllInBothThemes(page));
            all.assertThat(chromium.complaints()).isEmpty();
            all.assertAll();
        }
    }

    private void look(Page page, String template, Set<String> seen, SoftAssertions all) {
        List<Response> scripts = new ArrayList<>();
        page.onResponse(response -> {
            if (response.request().resourceType().equals("script")) {
                scripts.add(response);
            }
        });
        Response answer = page.navigate(url(filled(template)));
        all.assertThat(answer.status()).as(template).isEqualTo(200);
        if (answer.status() != 200 || !answer.text().contains("<html")) {
            return;
        }
        seen.add(template);
        all.check(() -> Chromium.assertUsableByAllInBothThemes(page));
        int bytes = scripts.stream()
                .distinct()
                .mapToInt(script -> script.body().length)
                .sum();
        all.assertThat(bytes).as("script of " + template).isLessThanOrEqualTo(MOST_SCRIPT);
    }

    /** A text that is missing stands between question marks. */
    private void speaksEnglish(Page page, String template) {
        String path = filled(template);
        String english = url(path) + (path.contains("?") ? "&" : "?") + "lang=en";
        APIResponse answer = page.context().request().get(english);
        assertThat(answer.status()).as(english).isEqualTo(200);
        assertThat(answer.text()).as(english).contains("lang=\"en\"").doesNotContain("??");
    }

    /** Of all ways to look at something, those that answer a browser. */
    private List<String> templates() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(way -> way.getKey().getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals("GET")))
                .filter(way -> way.getValue().getMethod().getReturnType() == String.class)
                .flatMap(way -> way.getKey().getPatternValues().stream())
                .filter(template -> !template.startsWith("/api/") && !template.equals("/login"))
                .filter(template -> !ELSEWHERE.contains(template))
                .filter(template -> !template.matches(".*/(list|panel|progress|options|visits)"))
                .sorted()
                .toList();
    }

    private String filled(String template) {
        String path = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace(value.getKey(), value.getValue());
        }
        return path + ASKED.getOrDefault(template, "");
    }

    /** One of everything. */
    private void fill(TestHospital hospital, String login) {
        Hall hall = new Hall(hospital, port);
        hospital.seesByAppointment(hall.heart(), LocalTime.of(7, 0), LocalTime.of(11, 0), 15, 2);
        PatientId patient = hospital.patient("Nguyễn Thị Minh", "1950-05-01", Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.HOSPITAL, "BN000001");
        hospital.identifier(patient, IdentifierKind.NATIONAL, "001150000777");
        PatientId twin = hospital.patient("Nguyễn Thị Minh", "1950-05-01", Sex.FEMALE);
        hospital.identifier(twin, IdentifierKind.HOSPITAL, "BN000002");
        hospital.chronic(patient, "I10", "Tăng huyết áp");
        ClinicId heart = hall.heart();
        hospital.programme(patient, "HYPERTENSION", heart, LocalDate.now().minusDays(3));
        for (int i = 1; i <= 4; i++) {
            hospital.visit(patient, heart, LocalDate.now().minusMonths(i), "I10", "Tăng huyết áp");
        }
        String screen = hospital.screen().device().id().value();
        String system = hospital.system().device().id().value();
        String appointment =
                hospital.appointment(patient, heart, LocalDate.now().plusDays(7), LocalTime.of(8, 0));
        String ticket = hall.arrive("001150000777", "TIM").ticket().id().toString();
        hall.arrive("TIM");
        String batch = RestClient.create(url(ApiPaths.DESK_CARD_BATCHES))
                .post()
                .headers(headers -> headers.setBasicAuth(login, TestData.FIRST_PASSWORD, StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_JSON)
                .body(new NewCardBatch("Tổ 1", null, List.of("BN000001")))
                .retrieve()
                .body(CardBatch.class)
                .id();
        values.put("/hl7/{id}", "/hl7/" + system);
        values.put("/devices/{id}", "/devices/" + screen);
        values.put("/appointments/{id}", "/appointments/" + appointment);
        values.put("{deviceId}", screen);
        values.put("{hospitalCode}", "BN000001");
        values.put("{ticketId}", ticket);
        values.put("{batchId}", batch);
        values.put("{roomCode}", "12");
        values.put("{visitId}", "1");
        values.put("{clinicCode}", "TIM");
        values.put("/admin/clinics/{code}", "/admin/clinics/TIM");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
