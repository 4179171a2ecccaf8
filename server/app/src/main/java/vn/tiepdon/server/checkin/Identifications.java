package vn.tiepdon.server.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.kiosk.ChipDoubt;
import vn.tiepdon.server.appointment.Appointment;
import vn.tiepdon.server.appointment.AppointmentId;
import vn.tiepdon.server.checkin.Recognised.Level;
import vn.tiepdon.server.checkin.Recognised.Method;
import vn.tiepdon.server.database.Keys;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.PriorityGround;

/** The trail of who was identified where; a check-in needs one. */
@Repository
class Identifications {

    private final JdbcClient jdbc;

    Identifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID add(Device device, Recognised recognised, BusinessDay day, Instant at) {
        UUID id = UUID.randomUUID();
        add(id, device, recognised, day, at);
        return id;
    }

    void add(UUID id, Device device, Recognised recognised, BusinessDay day, Instant at) {
        jdbc.sql("""
                        insert into identification (facility_id, identification_id, device_id, patient_id, method, level,
                            chip_doubt, appointment_id, ground, business_day, made_at)
                        values (:facility, :id, :device, :patient, :method, :level, :doubt, :appointment, :ground, :day, :at)""")
                .param("facility", device.facility().value())
                .param("id", id.toString())
                .param("device", device.id().value())
                .param("patient", recognised.patient().id().value())
                .param("method", recognised.method().name())
                .param("level", recognised.level().name())
                .param("doubt", recognised.doubt().map(ChipDoubt::name).orElse(null))
                .param(
                        "appointment",
                        recognised.appointment().map(AppointmentId::toString).orElse(null))
                .param(
                        "ground",
                        PriorityGround.ofAge(recognised.patient().birthDate(), day)
                                .map(PriorityGround::name)
                                .orElse(null))
                .param("day", day.date())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of these identifications that there are. */
    Map<UUID, Trace> find(FacilityId facility, Collection<UUID> ids) {
        Map<UUID, Trace> traces = new HashMap<>();
        if (ids.isEmpty()) {
            return traces;
        }
        jdbc.sql("""
                        select identification_id, device_id, business_day, patient_id, method, level,
                            appointment_id, ground
                        from identification
                        where (facility_id, identification_id) in (:ids)""")
                .param(
                        "ids",
                        Keys.of(
                                facility.value(),
                                ids.stream().map(UUID::toString).distinct().toList()))
                .query(row -> {
                    traces.put(
                            UUID.fromString(row.getString("identification_id")),
                            new Trace(
                                    new DeviceId(row.getString("device_id")),
                                    new BusinessDay(row.getObject("business_day", LocalDate.class)),
                                    new PatientId(row.getLong("patient_id")),
                                    Method.valueOf(row.getString("method")),
                                    Level.valueOf(row.getString("level")),
                                    AppointmentId.parse(row.getString("appointment_id")),
                                    Optional.ofNullable(row.getString("ground")).map(PriorityGround::valueOf)));
                });
        return traces;
    }

    /**
     * Who was identified where and when, and how surely.
     *
     * @param appointment whose slip was shown
     * @param ground for going first, by age
     */
    record Trace(
            DeviceId device,
            BusinessDay day,
            PatientId patient,
            Method method,
            Level level,
            Optional<AppointmentId> appointment,
            Optional<PriorityGround> ground) {

        /** As {@link Recognised#knows} said at the time; the desk sees all appointments on the patient's page. */
        boolean knows(Appointment one) {
            return level == Level.PROVEN
                    || method == Method.DESK
                    || appointment.filter(one.id()::equals).isPresent();
        }

        /** An identification is good for the very device that made it, on the very day. */
        Optional<PatientId> patientFor(Device asking, BusinessDay today) {
            return device.equals(asking.id()) && day.equals(today) ? Optional.of(patient) : Optional.empty();
        }
    }
}
