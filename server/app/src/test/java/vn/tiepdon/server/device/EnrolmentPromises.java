package vn.tiepdon.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.device.DeviceInvitation;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.device.EnrolmentGrant;
import vn.tiepdon.api.device.NewDevice;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestData;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

abstract class EnrolmentPromises {

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Enrolments enrolments;

    TestHospital hospital;
    String admin;

    @BeforeEach
    void aHospitalWithAnAdministrator() {
        hospital = hospitals.open();
        hospital.clinic("TIM", 10);
        admin = hospital.staff(Role.ADMIN);
    }

    @Test
    void aCodeIsGoodOnceHoweverItIsTyped() {
        DeviceInvitation invitation = invite(new NewDevice(DeviceKind.KIOSK, "Kiosk sảnh A", List.of()));
        String typed = " " + invitation.enrolmentCode().toLowerCase(Locale.ROOT).replace("-", " ") + " ";
        EnrolmentGrant grant = client().post()
                .uri(ApiPaths.DEVICE_ENROLMENT)
                .header(HttpHeaders.AUTHORIZATION, ApiPaths.ENROLMENT_SCHEME + " " + typed)
                .retrieve()
                .body(EnrolmentGrant.class);
        assertThat(grant.deviceId()).isEqualTo(invitation.deviceId());
        assertThat(grant.name()).isEqualTo("Kiosk sảnh A");
        assertThat(health(grant.token(), report(List.of()))).isEqualTo(204);
        assertThat(enrol(invitation.enrolmentCode())).isEqualTo(401);
    }

    @Test
    void aCodeOfYesterdayIsWorthNothing() {
        DeviceInvitation invitation = invite(new NewDevice(DeviceKind.KIOSK, "Kiosk", List.of()));
        jdbc.sql("update device set enrolment_until = :past where device_id = :id")
                .param("past", OffsetDateTime.parse("2020-01-01T00:00:00Z"))
                .param("id", invitation.deviceId())
                .update();
        assertThat(enrol(invitation.enrolmentCode())).isEqualTo(401);
    }

    @Test
    void aTokenInUseOpensNothingFromTheMomentItIsRevoked() {
        TestHospital.Enrolled kiosk = hospital.kiosk();
        assertThat(health(kiosk.token(), report(List.of()))).isEqualTo(204);
        StaffMember administrator = new StaffMember(hospital.id(), admin, admin, Set.of(Role.ADMIN));
        enrolments.revoke(administrator, "test", kiosk.device().id());
        assertThat(health(kiosk.token(), report(List.of()))).isEqualTo(401);
    }

    @Test
    void aTokenThatAnotherServerRevokedOpensNothingASecondLater() throws InterruptedException {
        TestHospital.Enrolled kiosk = hospital.kiosk();
        assertThat(health(kiosk.token(), report(List.of()))).isEqualTo(204);
        jdbc.sql("update device set token_hash = null, revoked = true where device_id = :id")
                .param("id", kiosk.device().id().value())
                .update();
        Thread.sleep(KnownTokens.AGE.plusMillis(50).toMillis());
        assertThat(health(kiosk.token(), report(List.of()))).isEqualTo(401);
    }

    @Test
    void neitherTokenNorCodeLieInTheDatabase() {
        DeviceInvitation invitation = invite(new NewDevice(DeviceKind.KIOSK, "Kiosk", List.of()));
        String row = jdbc.sql("select * from device where device_id = :id")
                .param("id", invitation.deviceId())
                .query()
                .singleRow()
                .toString();
        assertThat(row)
                .doesNotContain(invitation.enrolmentCode())
                .doesNotContain(EnrolmentCode.normalised(invitation.enrolmentCode()));
    }

    @Test
    void aDeviceThatMakesNoSenseIsRefused() {
        assertThat(inviteStatus(new NewDevice(null, "x", List.of()))).isEqualTo(400);
        assertThat(inviteStatus(new NewDevice(DeviceKind.KIOSK, " ", List.of())))
                .isEqualTo(400);
        assertThat(inviteStatus(new NewDevice(DeviceKind.KIOSK, "x".repeat(81), List.of())))
                .isEqualTo(400);
        assertThat(inviteStatus(new NewDevice(DeviceKind.KIOSK, "x", List.of("TIM"))))
                .isEqualTo(400);
        assertThat(inviteStatus(new NewDevice(DeviceKind.SCREEN, "x", List.of("KHONG"))))
                .isEqualTo(400);
        assertThat(inviteStatus(new NewDevice(DeviceKind.SCREEN, "x", null))).isEqualTo(400);
        assertThat(inviteStatus(new NewDevice(DeviceKind.SCREEN, "x", List.of("TIM"))))
                .isEqualTo(201);
    }

    @Test
    void aReportThatIsTooLongOrHalfIsRefused() {
        String token = hospital.kiosk().token();
        DeviceHealth.Part part = new DeviceHealth.Part(DeviceHealth.Kind.PRINTER, null);
        assertThat(health(token, report(Collections.nCopies(17, part)))).isEqualTo(400);
        assertThat(health(token, report(null))).isEqualTo(400);
        assertThat(health(token, new DeviceHealth("v".repeat(61), List.of(), 0)))
                .isEqualTo(400);
        assertThat(health(token, report(List.of(new DeviceHealth.Part(null, null)))))
                .isEqualTo(400);
    }

    private static DeviceHealth report(List<DeviceHealth.Part> parts) {
        return new DeviceHealth("1.0.0", parts, 0);
    }

    private DeviceInvitation invite(NewDevice device) {
        return client().post()
                .uri(ApiPaths.ADMIN_DEVICES)
                .headers(headers -> headers.setBasicAuth(admin, TestData.FIRST_PASSWORD))
                .body(device)
                .retrieve()
                .body(DeviceInvitation.class);
    }

    private int inviteStatus(NewDevice device) {
        return client().post()
                .uri(ApiPaths.ADMIN_DEVICES)
                .headers(headers -> headers.setBasicAuth(admin, TestData.FIRST_PASSWORD))
                .body(device)
                .exchange((request, response) -> response.getStatusCode().value());
    }

    private int enrol(String code) {
        return client().post()
                .uri(ApiPaths.DEVICE_ENROLMENT)
                .header(HttpHeaders.AUTHORIZATION, ApiPaths.ENROLMENT_SCHEME + " " + code)
                .exchange((request, response) -> response.getStatusCode().value());
    }

    private int health(String token, DeviceHealth health) {
        return client().put()
                .uri(ApiPaths.DEVICE_HEALTH)
                .header(HttpHeaders.AUTHORIZATION, ApiPaths.DEVICE_SCHEME + " " + token)
                .body(health)
                .exchange((request, response) -> response.getStatusCode().value());
    }

    private RestClient client() {
        return RestClient.create("http://localhost:" + port);
    }
}

@OnH2
class EnrolmentOnH2Test extends EnrolmentPromises {}

@OnPostgres
class EnrolmentOnPostgresTest extends EnrolmentPromises {}
