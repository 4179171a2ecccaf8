package vn.tiepdon.server.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.kiosk.ChipDoubt;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.patient.PatientId;

/** The trail of who was identified where; a check-in needs one. */
@Repository
class Identifications {

    private final JdbcClient jdbc;

    Identifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID add(Device device, Recognised recognised, BusinessDay day, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into identification (facility_id, identification_id, device_id, patient_id, method, level,
                            chip_doubt, business_day, made_at)
                        values (:facility, :id, :device, :patient, :method, :level, :doubt, :day, :at)""")
                .param("facility", device.facility().value())
                .param("id", id.toString())
                .param("device", device.id().value())
                .param("patient", recognised.patient().id().value())
                .param("method", recognised.method().name())
                .param("level", recognised.level().name())
                .param("doubt", recognised.doubt().map(ChipDoubt::name).orElse(null))
                .param("day", day.date())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** Whom this very device identified on this very day. */
    Optional<PatientId> find(Device device, UUID id, BusinessDay day) {
        record Row(String device, LocalDate day, PatientId patient) {}
        return jdbc.sql("""
                        select device_id, business_day, patient_id from identification
                        where facility_id = :facility and identification_id = :id""")
                .param("facility", device.facility().value())
                .param("id", id.toString())
                .query((row, n) -> new Row(
                        row.getString("device_id"),
                        row.getObject("business_day", LocalDate.class),
                        new PatientId(row.getLong("patient_id"))))
                .optional()
                .filter(row -> row.device().equals(device.id().value()))
                .filter(row -> row.day().equals(day.date()))
                .map(Row::patient);
    }
}
