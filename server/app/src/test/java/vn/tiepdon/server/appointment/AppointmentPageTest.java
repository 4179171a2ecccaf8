package vn.tiepdon.server.appointment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.ClinicId;
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

@OnH2
class AppointmentPageTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Appointments appointments;

    @Autowired
    Facilities facilities;

    @Autowired
    HospitalClock clock;

    TestHospital hospital;
    ClinicId heart;
    PatientId minh;
    LocalDate today;

    @BeforeEach
    void twoClinicsThatSeePeopleByAppointment() {
        hospital = hospitals.open();
        heart = hospital.clinic("TIM", 100);
        hospital.seesByAppointment(heart, LocalTime.of(7, 0), LocalTime.of(11, 0), 30, 4);
        hospital.seesByAppointment(heart, LocalTime.of(13, 0), LocalTime.of(16, 0), 30, 4);
        hospital.seesByAppointment(hospital.clinic("PHOI", 100), LocalTime.of(7, 0), LocalTime.of(11, 0), 30, 4);
        minh = patient("BN000001", "Nguyễn Thị Minh");
        today = clock.today(facilities.get(hospital.id())).date();
    }

    private PatientId patient(String code, String name) {
        PatientId patient = hospital.patient(name, "1950-03-02", Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.HOSPITAL, code);
        return patient;
    }

    private Page open(String path, Role role) {
        Page page = chromium.staff(port, hospital.staff(role));
        page.navigate("http://localhost:" + port + path);
        return page;
    }

    private List<Appointment> there() {
        return appointments.ofPatient(hospital.id(), minh, today);
    }

    @Test
    void receptionBooksMovesPrintsAndCancels() {
        Page page = open("/desk/patients/BN000001", Role.RECEPTION);
        page.locator("#appointments a.primary").click();
        page.locator(".clinic-choice a").first().click();
        assertThat(page.locator("button.half").first()).isVisible();
        Browser.picture(page, "appointment-booking");
        Chromium.assertUsableByAll(page);
        page.locator(".day").nth(1).locator("button.half").first().press("Enter");
        assertThat(page.locator("#slip-title")).isVisible();
        assertThat(page.locator(".slip-name")).hasText("NGUYỄN T. M.");
        Browser.picture(page, "appointment-slip");
        Slot booked = there().get(0).slot();
        assertThat(booked.starts()).isEqualTo(LocalTime.of(7, 0));

        page.navigate("http://localhost:" + port + "/desk/patients/BN000001");
        page.locator("#appointments-title").scrollIntoViewIfNeeded();
        Browser.picture(page, "appointment-patient");
        page.locator("#appointments a", new Page.LocatorOptions().setHasText("Đổi giờ"))
                .click();
        page.locator(".day").nth(2).locator("summary").click();
        page.locator(".day").nth(2).locator(".times button").last().click();
        assertThat(page.locator(".slip-time")).hasText("15:30");
        assertThat(there()).hasSize(1);

        page.navigate("http://localhost:" + port + "/desk/patients/BN000001?lang=en");
        page.locator("#appointments summary.danger").click();
        page.locator("#appointments button.danger").click();
        assertThat(page.locator("#appointments")).containsText("No appointment yet.");
        assertThat(there().get(0).state()).isEqualTo(AppointmentState.CANCELLED);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aSecondAppointmentOnTheSameDayIsRefusedWithAReason() {
        hospital.appointment(minh, heart, today.plusDays(1), LocalTime.of(9, 0));
        Page page = open("/desk/patients/BN000001/appointments?clinic=TIM&from=" + today.plusDays(1), Role.RECEPTION);
        page.locator("button.half").first().click();
        assertThat(page.locator("[role=alert]")).containsText("đã có hẹn");
        Browser.picture(page, "appointment-refused");
        Chromium.assertUsableByAll(page);
    }

    @Test
    void whoCancelsWhatSomebodyElseHasMovedIsToldSo() {
        hospital.appointment(minh, heart, today.plusDays(1), LocalTime.of(7, 0));
        Page page = open("/desk/patients/BN000001", Role.RECEPTION);
        Appointment one = there().get(0);
        Slot later = new Slot(today.plusDays(2), LocalTime.of(7, 0));
        appointments.move(hospital.id(), one.id(), one.version(), later, new Actor("khac", "test"));
        page.locator("#appointments summary.danger").click();
        page.locator("#appointments button.danger").click();
        assertThat(page.locator("#appointments [role=alert]")).isVisible();
        assertThat(there().get(0).slot()).isEqualTo(later);
        Browser.picture(page, "appointment-stale");
        Chromium.assertUsableByAll(page);
    }

    @Test
    void theListOfADaySaysWhoHasCome() {
        hospital.appointment(minh, heart, today, LocalTime.of(7, 30));
        hospital.appointment(patient("BN000002", "Trần Văn Đức"), heart, today, LocalTime.of(8, 0));
        Page page = open("/desk/appointments", Role.RECEPTION);
        assertThat(page.locator(".day-list tbody tr")).hasCount(2);
        assertThat(page.locator(".day-ways")).containsText("0 trong 2 người đã đến");
        Browser.picture(page, "appointment-day");
        Chromium.assertUsableByAll(page);
        page.locator("a[rel=next]").click();
        assertThat(page.locator(".day-list")).hasCount(0);
        page.navigate("http://localhost:" + port + "/desk/appointments?lang=en");
        Browser.picture(page, "appointment-day-en");
    }

    @Test
    void aDoctorSeesAppointmentsAndChangesNone() {
        hospital.appointment(minh, heart, today.plusDays(1), LocalTime.of(7, 0));
        Page page = open("/desk/patients/BN000001", Role.ROOM);
        assertThat(page.locator("#appointments li")).hasCount(1);
        assertThat(page.locator("#appointments button")).hasCount(0);
    }
}
