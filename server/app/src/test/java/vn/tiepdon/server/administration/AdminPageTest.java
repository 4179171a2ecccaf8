package vn.tiepdon.server.administration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicOpening;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** A hospital is set up, and changed while people wait, with pages alone. */
@OnH2
class AdminPageTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Facilities facilities;

    @Autowired
    HospitalClock clock;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;

    @BeforeEach
    void anEmptyHospital() {
        hospital = hospitals.open();
    }

    private Page admin() {
        return chromium.staff(port, hospital.staff(Role.ADMIN));
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private static void look(Page page, String name) {
        Browser.picture(page, name);
        Chromium.assertUsableByAll(page);
    }

    @Test
    void aBrandNewHospitalIsSetUpStepByStep() {
        Page page = admin();
        open(page, "/");
        assertThat(page).hasURL("http://localhost:" + port + "/admin");
        assertThat(page.locator(".steps .next b")).hasText("2. Phòng khám");
        look(page, "admin-empty");
        open(page, "/admin/rooms");
        assertThat(page.locator(".notice")).containsText("Xin thêm phòng khám trước");
        open(page, "/admin/clinics");
        page.locator("#nameVi").fill("Tim mạch");
        page.locator("#nameEn").fill("Cardiology");
        page.locator("#quota").fill("abc");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice li")).hasText("Số lượt mỗi ngày: một số từ 0 đến 5.000.");
        assertThat(page.locator("#quota")).isFocused();
        look(page, "admin-clinics");
        open(page, "/admin/clinics");
        page.locator("#nameVi").fill("Tim mạch");
        page.locator("#nameEn").fill("Cardiology");
        page.locator("#mark").fill("b");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice")).containsText("Đã thêm");
        assertThat(page).hasURL("http://localhost:" + port + "/admin/clinics/TIM-MACH");
        page.locator("#day1").fill("0:00-11h30, 11:30 - 24:00");
        page.locator("#day6").fill("7-8");
        page.locator("#day7").fill("8-7");
        page.locator("#save-hours").click();
        assertThat(page.locator(".notice li")).containsText("Chủ nhật");
        page.locator("#day7").fill("7:00-11:00");
        page.getByText("Thứ ba đến thứ sáu như thứ hai").click();
        assertThat(page.locator("#day5")).hasValue("00:00-11:30, 11:30-24:00");
        assertThat(page.locator("#day6")).hasValue("07:00-08:00");
        look(page, "admin-clinic");
        open(page, "/admin/rooms");
        page.locator("#new-code").fill("12");
        page.locator("#new-placeVi").fill("Tầng 1, nhà A");
        page.locator("#add-room").click();
        assertThat(page.locator(".notice")).containsText("Đã thêm phòng 12");
        page.locator("#new-code").fill("12");
        page.locator("#new-placeVi").fill("Tầng 2");
        page.locator("#add-room").click();
        assertThat(page.locator(".notice li")).containsText("đã có phòng 12");
        look(page, "admin-rooms");
        Clinic clinic = facilities.clinic(hospital.id(), "TIM-MACH").orElseThrow();
        assertThat(clinic.rooms()).extracting(room -> room.code()).containsExactly("12");
        assertThat(clinic.mark()).contains("B");
        assertThat(facilities.openings(hospital.id(), clock.now())).hasSize(1);
        open(page, "/admin");
        assertThat(page.locator(".steps .done")).hasCount(4);
        look(page, "admin-steps");
        assertThat(audited()).contains("clinic.add", "clinic.hours", "room.add");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void theHospitalIsNamedAndSaysWhereTelephonesReachIt() {
        Page page = admin();
        open(page, "/admin/hospital");
        page.locator("#nameVi").fill("Bệnh viện Đa khoa Bình Minh");
        for (String wrong :
                new String[] {"kham.example.vn", "https://kham.example.vn/t", "https://a b", "javascript:1"}) {
            page.locator("#address").fill(wrong);
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice li")).containsText("Địa chỉ cho điện thoại: chỉ gồm https://");
            assertThat(page.locator("#address")).hasValue(wrong);
        }
        look(page, "admin-hospital-wrong");
        open(page, "/admin/hospital");
        page.locator("#address").fill("https://kham.example.vn:8443/");
        page.locator("#nameVi").fill("Bệnh viện Đa khoa Bình Minh");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice")).containsText("Đã lưu");
        assertThat(page.locator("#address")).hasValue("https://kham.example.vn:8443");
        assertThat(facilities.get(hospital.id()).address()).contains("https://kham.example.vn:8443");
        look(page, "admin-hospital");
        assertThat(audited()).contains("hospital.change");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void whoeverClosesAClinicUnderPeopleIsToldWhatBecomesOfThem() {
        ClinicId clinic = hospital.clinic("TIM", 2);
        hospital.room(clinic, "12");
        hospital.clinic("MAT", 50);
        waits("BN000001", "Nguyễn Thị Minh", "TIM");
        waits("BN000002", "Trần Văn Sáu", "TIM");
        Page page = admin();
        open(page, "/admin/clinics/TIM");
        page.locator("#quota").fill("1");
        page.locator("#save-clinic").click();
        assertThat(page.locator(".notice")).containsText("đã cấp 2 số, quá giới hạn 1");
        page.locator(".sure summary").click();
        assertThat(page.locator(".sure-what")).containsText("2 người ở đây");
        look(page, "admin-clinic-close");
        page.locator(".sure-what button").click();
        assertThat(page.locator(".notice")).containsText("2 người đang ở đó vẫn được gọi");
        look(page, "admin-clinics-closed");
        assertThat(opening("TIM").open()).isFalse();
        assertThat(facilities.room(hospital.id(), "12")).isPresent();
        open(page, "/rooms");
        assertThat(page.locator("body")).containsText("12");
        jdbc.sql("update clinic set last_day = last_day - 1 where facility_id = ? and code = 'TIM'")
                .param(hospital.id().value())
                .update();
        open(page, "/admin/clinics/MAT");
        page.locator("#save-clinic").click();
        assertThat(facilities.listed(hospital.id())).extracting(it -> it.code()).containsExactly("MAT");
        open(page, "/admin/clinics/TIM");
        page.locator(".notice button").click();
        assertThat(opening("TIM").open()).isTrue();
        assertThat(audited()).contains("clinic.quota", "clinic.close", "clinic.reopen");
    }

    @Test
    void holidaysHoldForTheWholeHouseAndNameThoseWhoAreExpected() {
        ClinicId clinic = hospital.clinic("TIM", 50);
        hospital.clinic("MAT", 50);
        PatientId patient = hospital.patient("Nguyễn Thị Minh", "1950", Sex.FEMALE);
        LocalDate holiday = TestHospital.today().plusDays(10);
        hospital.appointment(patient, clinic, holiday, LocalTime.of(8, 0));
        Page page = admin();
        open(page, "/admin/closures");
        page.locator("#from").fill("31/02/2027");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice li")).containsText("ghi như 30/04/2027");
        page.locator("#from").fill(DAY.format(holiday));
        page.locator("#until").fill(DAY.format(holiday.plusDays(2)));
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice")).containsText("1 lịch hẹn rơi vào ngày nghỉ");
        assertThat(page.locator(".closed-days li")).hasCount(3);
        look(page, "admin-closures");
        assertThat(facilities.opensOn(hospital.id(), clinic, holiday)).isFalse();
        page.locator(".closed-days button").first().click();
        assertThat(page.locator(".closed-days li")).hasCount(2);
        page.locator("[value=false]").check();
        page.locator("#from").fill(DAY.format(holiday.plusDays(20)));
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice li")).containsText("ít nhất một phòng khám");
        page.locator("[value=MAT]").check();
        page.keyboard().press("Enter");
        assertThat(page.locator(".closed-days li").last()).containsText("MAT");
        assertThat(facilities.opensOn(hospital.id(), clinic, holiday.plusDays(20)))
                .isTrue();
        assertThat(facilities.opensOn(hospital.id(), clinic, holiday)).isTrue();
    }

    @Test
    void aClinicGetsItsAppointmentHours() {
        ClinicId clinic = hospital.clinic("TIM", 50);
        PatientId patient = hospital.patient("Nguyễn Thị Minh", "1950", Sex.FEMALE);
        hospital.appointment(patient, clinic, TestHospital.today().plusDays(1), LocalTime.of(23, 0));
        Page page = admin();
        open(page, "/admin/clinics/TIM/schedules");
        page.locator("#ends").fill("07:10");
        page.locator("#add-schedule").click();
        assertThat(page.locator(".notice li")).containsText("Đến giờ");
        page.locator("#ends").fill("11:00");
        page.locator("#add-schedule").click();
        assertThat(page.locator("tbody tr")).hasCount(5);
        assertThat(page.locator(".notice")).containsText("1 lịch hẹn đã đặt nay nằm ngoài giờ");
        look(page, "admin-schedules");
        page.locator("tbody button").first().click();
        assertThat(page.locator("tbody tr")).hasCount(4);
        assertThat(audited()).contains("schedule.add", "schedule.end");
    }

    @Test
    void aNoticeIsShownInItsTime() {
        hospital.clinic("TIM", 50);
        Page page = admin();
        open(page, "/admin/notices");
        page.locator("#textVi").fill("Chiều nay phòng 12 nghỉ");
        page.locator("#shownUntil").fill("xx");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice li")).containsText("07:30 30/04/2027");
        page.locator("#shownUntil")
                .fill("23:59 " + DAY.format(TestHospital.today().plusDays(1)));
        page.keyboard().press("Enter");
        assertThat(page.locator(".closed-days li")).containsText("Chiều nay phòng 12 nghỉ");
        look(page, "admin-notices");
        TestHospital.Enrolled screen = hospital.screen("TIM");
        Page hall = chromium.screen(port, screen);
        open(hall, "/screen/" + screen.device().id().value());
        assertThat(hall.locator("footer")).containsText("Chiều nay phòng 12 nghỉ");
        Browser.picture(hall, "screen-notice");
        page.locator(".closed-days button").click();
        assertThat(page.locator(".closed-days li")).hasCount(0);
    }

    private void waits(String code, String name, String clinic) {
        PatientId patient = hospital.patient(name, "1950", Sex.UNKNOWN);
        hospital.identifier(patient, IdentifierKind.HOSPITAL, code);
        Page desk = chromium.staff(port, hospital.staff(Role.RECEPTION));
        open(desk, "/desk/patients/" + code + "/numbers");
        desk.locator("[value=" + clinic + "]").click();
        assertThat(desk.locator(".slip-number")).isVisible();
        desk.close();
    }

    private ClinicOpening opening(String code) {
        Clinic clinic = facilities.clinic(hospital.id(), code).orElseThrow();
        return facilities.opening(hospital.id(), clinic, clock.now());
    }

    private List<String> audited() {
        return jdbc.sql("select action from audit where facility_id = ?")
                .param(hospital.id().value())
                .query(String.class)
                .list();
    }
}
