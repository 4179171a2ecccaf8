package vn.tiepdon.server.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.device.ScreenLook;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.FacilityChanged;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientKeys;
import vn.tiepdon.server.staff.Role;

/** A hospital of its own for a test: two tests on one server never meet. */
public final class TestHospital {

    /** As cheap as a hash may be: who checks a password does the work that the hash asks for. */
    private static final String PASSWORD = new BCryptPasswordEncoder(4).encode(TestData.FIRST_PASSWORD);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;
    private final FacilityId id;
    private final String code;
    private int clinics;
    private int rooms;
    private long patients;
    private long visits;
    private int chronics;
    private int schedules;

    TestHospital(JdbcClient jdbc, ApplicationEventPublisher publisher, int number) {
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.id = new FacilityId(number);
        this.code = "T%04d".formatted(number);
        jdbc.sql("insert into facility (facility_id, code, name_vi, name_en, desk_vi, desk_en, zone, day_starts) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(List.of(
                        number,
                        code,
                        "Bệnh viện Thử " + number,
                        "Test hospital " + number,
                        "quầy số 1",
                        "desk 1",
                        "Asia/Ho_Chi_Minh",
                        LocalTime.of(3, 0)))
                .update();
    }

    /**
     * What the server remembers of a house. Told to it as its own pages tell it: work in the background looks at a hospital
     * while a test still builds it, and would know half of it.
     */
    private void change(String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
        jdbc.sql("update facility set setup_version = setup_version + 1 where facility_id = ?")
                .param(id.value())
                .update();
        publisher.publishEvent(new FacilityChanged(id));
    }

    public FacilityId id() {
        return id;
    }

    /** Five characters. */
    public String code() {
        return code;
    }

    /** Its numbers have letters before them. */
    public void marked(String clinicCode, String mark) {
        change("update clinic set mark = ? where facility_id = ? and code = ?", mark, id.value(), clinicCode);
    }

    /** Telephones reach this hospital from now on. */
    public void reachedAt(String address) {
        change("update facility set public_address = ? where facility_id = ?", address, id.value());
    }

    /** A clinic that is always open. */
    public ClinicId clinic(String clinicCode, int quota) {
        ClinicId clinic = clinicWithoutHours(clinicCode, quota);
        for (int day = 1; day <= 7; day++) {
            opens(clinic, day, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59));
        }
        return clinic;
    }

    public ClinicId clinicWithoutHours(String clinicCode, int quota) {
        int number = ++clinics;
        change("""
                insert into clinic (facility_id, clinic_id, code, name_vi, name_en, daily_quota, sort_order)
                values (?, ?, ?, ?, ?, ?, ?)""", id.value(), number, clinicCode, "Phòng khám " + clinicCode, "Clinic " + clinicCode, quota, number);
        return new ClinicId(number);
    }

    /** A place that patients are sent to, with one room, and letters before its numbers. */
    public ClinicId service(ClinicKind kind, String clinicCode, String mark, String roomCode) {
        ClinicId service = clinic(clinicCode, 500);
        change(
                "update clinic set kind = ?, mark = ? where facility_id = ? and clinic_id = ?",
                kind.name(),
                mark,
                id.value(),
                service.value());
        room(service, roomCode);
        return service;
    }

    /** The business day: until three in the morning it is still yesterday. */
    public static LocalDate today() {
        return LocalDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusHours(3).toLocalDate();
    }

    public void named(ClinicId clinic, String name) {
        change(
                "update clinic set name_vi = ? where facility_id = ? and clinic_id = ?",
                name,
                id.value(),
                clinic.value());
    }

    public void opens(ClinicId clinic, int weekDay, LocalTime from, LocalTime to) {
        change("insert into clinic_opening values (?, ?, ?, ?, ?)", id.value(), clinic.value(), weekDay, from, to);
    }

    public void closes(ClinicId clinic, LocalDate day) {
        change("insert into clinic_closure values (?, ?, ?)", id.value(), clinic.value(), day);
    }

    public RoomId room(ClinicId clinic, String roomCode) {
        int number = ++rooms;
        change("""
                insert into room (facility_id, room_id, clinic_id, code, place_vi, place_en)
                values (?, ?, ?, ?, ?, ?)""", id.value(), number, clinic.value(), roomCode, "Tầng 1", "Floor 1");
        return new RoomId(number);
    }

    public PatientId patient(String fullName, String birthDate, Sex sex) {
        long number = ++patients;
        PatientKeys keys = PatientKeys.of(fullName, new BirthDate(birthDate));
        jdbc.sql("""
                insert into patient (facility_id, patient_id, full_name, search_name, match_key, birth_date, sex,
                    created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(List.of(
                        id.value(),
                        number,
                        fullName,
                        keys.searchName(),
                        keys.matchKey(),
                        birthDate,
                        sex.name(),
                        Instant.now().atOffset(ZoneOffset.UTC)))
                .update();
        keys.words().forEach(word -> jdbc.sql("insert into patient_word values (?, ?, ?, ?)")
                .params(List.of(id.value(), number, word, keys.name()))
                .update());
        return new PatientId(number);
    }

    /** An identifier in force. */
    public void identifier(PatientId patient, IdentifierKind kind, String value) {
        jdbc.sql("insert into patient_identifier values (?, ?, ?, ?, ?, ?, null)")
                .params(List.of(id.value(), patient.value(), kind.name(), value, value, LocalDate.of(2021, 1, 1)))
                .update();
    }

    /** An identifier that was cancelled. */
    public void pastIdentifier(PatientId patient, IdentifierKind kind, String value) {
        jdbc.sql("insert into patient_identifier values (?, ?, ?, ?, null, ?, ?)")
                .params(List.of(
                        id.value(),
                        patient.value(),
                        kind.name(),
                        value,
                        LocalDate.of(2015, 1, 1),
                        LocalDate.of(2020, 12, 31)))
                .update();
    }

    public void visit(PatientId patient, ClinicId clinic, LocalDate day, String icd10, String vi) {
        jdbc.sql("""
                insert into visit (facility_id, visit_id, patient_id, clinic_id, on_day, diagnosis_code, diagnosis_vi,
                    diagnosis_en)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(List.of(id.value(), ++visits, patient.value(), clinic.value(), day, icd10, vi, icd10))
                .update();
    }

    public void chronic(PatientId patient, String icd10, String vi) {
        jdbc.sql("insert into chronic_diagnosis values (?, ?, ?, ?, ?, null)")
                .params(List.of(id.value(), patient.value(), ++chronics, icd10, vi))
                .update();
    }

    public void programme(PatientId patient, String programme, ClinicId clinic, LocalDate due) {
        jdbc.sql("""
                insert into chronic_programme (facility_id, patient_id, code, clinic_id, next_due)
                values (?, ?, ?, ?, ?)""")
                .params(List.of(id.value(), patient.value(), programme, clinic.value(), due))
                .update();
    }

    /** A clinic sees people by appointment, every day. */
    public void seesByAppointment(ClinicId clinic, LocalTime from, LocalTime to, int minutes, int places) {
        for (int day = 1; day <= 7; day++) {
            jdbc.sql("insert into clinic_schedule values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)")
                    .params(List.of(
                            id.value(),
                            ++schedules,
                            clinic.value(),
                            day,
                            from,
                            to,
                            minutes,
                            places,
                            LocalDate.of(2020, 1, 1)))
                    .update();
        }
    }

    /** An appointment that is booked, at whatever time. */
    public String appointment(PatientId patient, ClinicId clinic, LocalDate day, LocalTime starts) {
        String appointment = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into appointment (facility_id, appointment_id, patient_id, clinic_id, on_day, starts, place,
                    held_place, held_patient_id, state, origin, version)
                values (?, ?, ?, ?, ?, ?, 1, 1, ?, 'BOOKED', 'DESK', 1)""")
                .params(List.of(id.value(), appointment, patient.value(), clinic.value(), day, starts, patient.value()))
                .update();
        return appointment;
    }

    /** A login with {@link TestData#FIRST_PASSWORD}; its name is unique over all hospitals. */
    public String staff(Role... roles) {
        String login = "nv" + UUID.randomUUID().toString().substring(0, 8);
        EnumSet<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(List.of(roles));
        jdbc.sql("""
                insert into staff (facility_id, login, password_hash, full_name, roles, enabled)
                values (?, ?, ?, ?, ?, true)""")
                .params(List.of(
                        id.value(),
                        login,
                        PASSWORD,
                        "Nhân viên Thử",
                        String.join(",", set.stream().map(Role::name).toList())))
                .update();
        return login;
    }

    /** An enrolled kiosk and its token. */
    public Enrolled kiosk() {
        return device(DeviceKind.KIOSK, List.of());
    }

    /** An enrolled screen for these clinics and its token. */
    public Enrolled screen(String... clinicCodes) {
        return device(DeviceKind.SCREEN, List.of(clinicCodes));
    }

    /** A screen that shows masked names, or speaks. */
    public Enrolled screen(ScreenLook look, String... clinicCodes) {
        Enrolled screen = screen(clinicCodes);
        jdbc.sql("update device set screen_names = ?, screen_dark = ?, screen_spoken = ? where device_id = ?")
                .params(List.of(
                        look.names(),
                        look.dark(),
                        look.spoken(),
                        screen.device().id().value()))
                .update();
        return screen;
    }

    /** An enrolled desk bridge and its token. */
    public Enrolled bridge() {
        return device(DeviceKind.BRIDGE, List.of());
    }

    /** An enrolled system of the hospital and its token. */
    public Enrolled system() {
        return device(DeviceKind.SYSTEM, List.of());
    }

    private Enrolled device(DeviceKind kind, List<String> shown) {
        String deviceId = UUID.randomUUID().toString();
        String token = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into device (facility_id, device_id, kind, name, clinics, token_hash, revoked)
                values (?, ?, ?, ?, ?, ?, false)
                """)
                .params(List.of(
                        id.value(),
                        deviceId,
                        kind.name(),
                        kind.name().toLowerCase(Locale.ROOT),
                        String.join(",", shown),
                        Sha256.hex(token)))
                .update();
        return new Enrolled(new Device(id, new DeviceId(deviceId), kind, "test", shown), token);
    }

    /** @param token for {@code Authorization: Bearer} or the screen's cookie */
    public record Enrolled(Device device, String token) {}
}
