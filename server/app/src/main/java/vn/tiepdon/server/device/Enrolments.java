package vn.tiepdon.server.device;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.device.DeviceInvitation;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.device.EnrolmentGrant;
import vn.tiepdon.api.device.NewDevice;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.staff.StaffMember;

/** From an administrator's invitation to a device with a token, and back. */
@Service
class Enrolments {

    private static final Duration CODE_LIVES = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Devices devices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final HospitalClock clock;

    Enrolments(
            JdbcClient jdbc,
            Devices devices,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            HospitalClock clock) {
        this.jdbc = jdbc;
        this.devices = devices;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Transactional
    DeviceInvitation invite(StaffMember admin, String source, NewDevice device) {
        DeviceId id = new DeviceId(UUID.randomUUID().toString());
        jdbc.sql("""
                insert into device (facility_id, device_id, kind, name, clinics, revoked)
                values (:facility, :id, :kind, :name, :clinics, false)
                """)
                .param("facility", admin.facility().value())
                .param("id", id.value())
                .param("kind", device.kind().name())
                .param("name", device.name())
                .param("clinics", String.join(",", device.clinics()))
                .update();
        return inviteAgain(admin, source, id);
    }

    /** A new code for a device that is known: its old token and code are void at once. */
    @Transactional
    DeviceInvitation inviteAgain(StaffMember admin, String source, DeviceId id) {
        String code = EnrolmentCode.make();
        Instant until = clock.now().plus(CODE_LIVES);
        int changed = jdbc.sql("""
                update device set token_hash = null, enrolment_hash = :hash, enrolment_until = :until, revoked = false
                where facility_id = :facility and device_id = :id
                """)
                .param("hash", Secret.hash(EnrolmentCode.normalised(code)))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("facility", admin.facility().value())
                .param("id", id.value())
                .update();
        requireFound(changed, id);
        note(admin, source, "device.invite", id);
        return new DeviceInvitation(id.value(), code, until);
    }

    /** Empty for a code that never was, was used, or is too old. */
    @Transactional
    Optional<EnrolmentGrant> enrol(String typedCode, String source) {
        String token = Secret.token();
        int changed = jdbc.sql("""
                update device set token_hash = :token, enrolment_hash = null, enrolment_until = null
                where enrolment_hash = :hash and enrolment_until > :now and revoked = false
                """)
                .param("token", Secret.hash(token))
                .param("hash", Secret.hash(EnrolmentCode.normalised(typedCode)))
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
        if (changed == 0) {
            return Optional.empty();
        }
        return devices.authenticate(token).map(device -> {
            audit.append(new AuditEntry(
                    device.facility(),
                    device.id().value(),
                    source,
                    "device.enrol",
                    device.id().value(),
                    "ok"));
            return new EnrolmentGrant(device.id().value(), device.name(), device.kind(), token);
        });
    }

    @Transactional
    void revoke(StaffMember admin, String source, DeviceId id) {
        int changed = jdbc.sql("""
                update device set token_hash = null, enrolment_hash = null, enrolment_until = null, revoked = true
                where facility_id = :facility and device_id = :id
                """)
                .param("facility", admin.facility().value())
                .param("id", id.value())
                .update();
        requireFound(changed, id);
        note(admin, source, "device.revoke", id);
    }

    @Transactional
    void change(StaffMember admin, String source, DeviceId id, NewDevice wish, ScreenLook look) {
        int changed = jdbc.sql("""
                update device set name = :name, clinics = :clinics, screen_names = :names, screen_dark = :dark,
                    screen_spoken = :spoken
                where facility_id = :facility and device_id = :id and kind = :kind
                """)
                .param("name", wish.name())
                .param("clinics", String.join(",", wish.clinics()))
                .param("names", look.names())
                .param("dark", look.dark())
                .param("spoken", look.spoken())
                .param("facility", admin.facility().value())
                .param("id", id.value())
                .param("kind", wish.kind().name())
                .update();
        requireFound(changed, id);
        note(admin, source, "device.change", id);
    }

    /** The token of a screen that the administrator's own browser is going to be. */
    @Transactional
    String becomeScreen(StaffMember admin, String source, DeviceId id) {
        String token = Secret.token();
        int changed = jdbc.sql("""
                update device set token_hash = :token, enrolment_hash = null, enrolment_until = null, revoked = false
                where facility_id = :facility and device_id = :id and kind = :kind
                """)
                .param("token", Secret.hash(token))
                .param("facility", admin.facility().value())
                .param("id", id.value())
                .param("kind", DeviceKind.SCREEN.name())
                .update();
        requireFound(changed, id);
        note(admin, source, "device.here", id);
        return token;
    }

    private static void requireFound(int changed, DeviceId id) {
        if (changed == 0) {
            throw new DeviceUnknownException(id);
        }
    }

    /** What an administrator did to a device, which had a token before or has another now. */
    private void note(StaffMember admin, String source, String action, DeviceId id) {
        publisher.publishEvent(new DeviceChanged(id));
        audit.append(new AuditEntry(admin.facility(), admin.login(), source, action, id.value(), "ok"));
    }
}
