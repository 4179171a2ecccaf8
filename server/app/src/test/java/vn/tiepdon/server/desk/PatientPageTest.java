package vn.tiepdon.server.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.history.Drug;
import vn.tiepdon.server.history.Kept;
import vn.tiepdon.server.history.MedicalData;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class PatientPageTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    MedicalData data;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    PatientId patient;

    @BeforeEach
    void threePatients() {
        hospital = hospitals.open();
        patient = hospital.patient("Nguyễn Thị Minh", "1950-03-02", Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.HOSPITAL, "BN000001");
        hospital.identifier(patient, IdentifierKind.NATIONAL, "001150000001");
        PatientId other = hospital.patient("Nguyễn Thị Mai", "1961", Sex.FEMALE);
        hospital.identifier(other, IdentifierKind.HOSPITAL, "BN000002");
    }

    private Page open(Role role, String path) {
        Page page = chromium.staff(port, hospital.staff(role));
        page.navigate("http://localhost:" + port + path);
        return page;
    }

    @Test
    void receptionFindsAPatientAndWritesWhatADoctorMustKnow() {
        Page page = open(Role.RECEPTION, "/desk/patients");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().type("nguyen thi");
        page.keyboard().press("Enter");
        assertThat(page.locator(".found li")).hasCount(2);
        Browser.picture(page, "desk-search");
        Chromium.assertUsableByAll(page);
        page.locator("#q").fill("001150000001");
        page.keyboard().press("Enter");
        assertThat(page.locator("#person-name")).hasText("Nguyễn Thị Minh");
        assertThat(page.locator(".as-of").first()).hasText("Chưa ai hỏi người bệnh");
        page.locator("#bloodGroup").selectOption("O+");
        field(page, "allergies0.substance").fill("Penicillin");
        page.locator("[name='allergies[0].severity']").selectOption("SEVERE");
        field(page, "diagnoses0.code").fill("i10");
        field(page, "diagnoses1.code").fill("B24");
        field(page, "diagnoses1.name").fill("Bệnh do HIV");
        field(page, "contacts0.name").fill("Trần Văn An");
        field(page, "contacts0.telephone").fill("0912 345 678");
        field(page, "contacts0.relation").fill("con trai");
        field(page, "drugs0.name").fill("Amlodipin 5 mg");
        page.locator("#save-emergency").click();
        assertThat(page.locator("#emergency .notice")).containsText("Đã lưu");
        assertThat(page.locator(".severe")).containsText("Penicillin");
        assertThat(field(page, "diagnoses0.name")).hasValue("Tăng huyết áp vô căn (nguyên phát)");
        assertThat(page.locator("#emergency small")).hasText("Nhạy cảm: không ghi lên thẻ");
        assertThat(field(page, "drugs0.name")).hasValue("Amlodipin 5 mg");

        field(page, "drugs0.dosage").fill("Sáng 1 viên, sau ăn");
        field(page, "drugs0.days").fill("30");
        page.keyboard().press("Enter");
        assertThat(page.locator("#medication .notice")).containsText("Đã lưu");
        Browser.picture(page, "desk-patient");
        Chromium.assertUsableByAll(page);
        Kept<List<Drug>> kept = data.medication(hospital.id(), patient);
        assertThat(kept.version()).isEqualTo(1);
        assertThat(kept.value()).extracting(Drug::name).containsExactly("Amlodipin 5 mg");
        assertThat(audited()).contains("patient.search", "patient.open", "patient.emergency", "patient.medication");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void receptionCorrectsWhoAPatientIsAndWhatWasBeforeStaysReadable() {
        Page page = open(Role.RECEPTION, "/desk/patients/BN000001/identity");
        Browser.picture(page, "desk-identity");
        page.locator("#national").fill("12");
        page.locator("#amend").click();
        assertThat(page.locator(".notice")).containsText("Chưa lưu");
        assertThat(page.locator("#national")).hasValue("12");
        page.locator("#national").fill("001150000019");
        page.locator("#telephone").fill("0912 345 678");
        page.locator("#amend").click();
        assertThat(page.locator("#person-name")).hasText("Nguyễn Thị Minh");
        page.navigate("http://localhost:" + port + "/desk/patients/BN000001/identity");
        assertThat(page.locator(".papers .past")).containsText("001150000001");
        Browser.picture(page, "desk-identity-amended");
        Chromium.assertUsableByAll(page);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsExplainedLineByLineAndStaysTyped() {
        Page page = open(Role.RECEPTION, "/desk/patients/BN000001");
        Browser.picture(page, "desk-patient-new");
        field(page, "diagnoses0.code").fill("I1O");
        field(page, "diagnoses1.code").fill("X99");
        field(page, "contacts0.name").fill("Trần Văn An");
        field(page, "contacts0.telephone").fill("nhà");
        page.locator("#save-emergency").click();
        assertThat(page.locator("#emergency .notice li")).hasCount(3);
        assertThat(field(page, "contacts0.telephone")).hasValue("nhà");

        field(page, "drugs0.name").fill("Metformin 850 mg");
        field(page, "drugs0.dosage").fill("Sáng một viên và tối một viên, uống ngay sau bữa ăn, không nhai, không bẻ");
        field(page, "drugs0.from").fill("31/02/2026");
        field(page, "drugs0.days").fill("91");
        page.locator("#save-medication").click();
        assertThat(page.locator("#medication .notice")).containsText(new String[] {"thẻ phải ghi đủ từng chữ"});
        assertThat(page.locator("#medication .notice li")).hasCount(3);
        Browser.picture(page, "desk-patient-problems");
        Chromium.assertUsableByAll(page);
        assertThat(data.medication(hospital.id(), patient).known()).isFalse();
    }

    @Test
    void ofTwoWhoChangeTheSameRecordTheSecondIsToldAndLosesNothing() {
        Page first = open(Role.RECEPTION, "/desk/patients/BN000001");
        Page second = open(Role.RECEPTION, "/desk/patients/BN000001");
        field(first, "allergies0.substance").fill("Aspirin");
        first.locator("#save-emergency").click();
        assertThat(first.locator("#emergency .notice")).containsText("Đã lưu");
        field(second, "allergies0.substance").fill("Tôm, cua");
        second.locator("#save-emergency").click();
        assertThat(second.locator("#emergency .notice")).containsText("người khác vừa sửa");
        assertThat(field(second, "allergies0.substance")).hasValue("Tôm, cua");
        Browser.picture(second, "desk-patient-stale");
        Chromium.assertUsableByAll(second);
        assertThat(data.emergency(hospital.id(), patient).value().allergies()).hasSize(1);
    }

    @Test
    void aDoctorReadsAndChangesNothing() {
        hospital.chronic(patient, "I10", "Tăng huyết áp vô căn");
        Page page = open(Role.ROOM, "/desk/patients/BN000001");
        assertThat(field(page, "diagnoses0.code")).isDisabled();
        assertThat(field(page, "diagnoses0.code")).hasValue("I10");
        assertThat(page.locator("#save-emergency")).hasCount(0);
        Browser.picture(page, "desk-patient-doctor");
        Chromium.assertUsableByAll(page);
        Response unknown = page.navigate("http://localhost:" + port + "/desk/patients/BN999999");
        assertThat(unknown.status()).isEqualTo(404);
        page.navigate("http://localhost:" + port + "/desk/patients/BN000001?lang=en");
        assertThat(page.locator("#emergency-title")).hasText("Emergency data");
    }

    private static Locator field(Page page, String id) {
        return page.locator("[id='" + id + "']");
    }

    private List<String> audited() {
        return jdbc.sql("select action from audit where facility_id = ?")
                .param(hospital.id().value())
                .query(String.class)
                .list();
    }
}
