package vn.tiepdon.server.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Handover.Step;
import vn.tiepdon.server.database.Keys;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.handover.Takeover.Keeper;
import vn.tiepdon.server.handover.Takeover.State;
import vn.tiepdon.server.patient.PatientId;

/** The table of what kiosks could not finish. */
@Repository
class TakeoverRows {

    private final JdbcClient jdbc;

    TakeoverRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Takeover> find(FacilityId facility, HandoverId id) {
        return jdbc.sql("select * from handover where facility_id = :facility and handover_id = :id")
                .param("facility", facility.value())
                .param("id", id.toString())
                .query(TakeoverRows::takeover)
                .optional();
    }

    /** The same for whoever changes it: others wait, and see what was done. */
    Optional<Takeover> lock(FacilityId facility, HandoverId id) {
        return jdbc.sql("select * from handover where facility_id = :facility and handover_id = :id for update")
                .param("facility", facility.value())
                .param("id", id.toString())
                .query(TakeoverRows::takeover)
                .optional();
    }

    /** Those that nobody has closed, who has waited longest first. */
    List<Takeover> open(FacilityId facility, BusinessDay day, int atMost) {
        return jdbc.sql("""
                        select * from handover where facility_id = :facility and business_day = :day
                            and state in ('WAITING', 'TAKEN') order by at, handover_id limit :most""")
                .param("facility", facility.value())
                .param("day", day.date())
                .param("most", atMost)
                .query(TakeoverRows::takeover)
                .list();
    }

    /** Those of some patients that nobody has closed. */
    List<Takeover> openOf(FacilityId facility, BusinessDay day, Collection<PatientId> patients) {
        return jdbc.sql("""
                        select * from handover where (facility_id, patient_id) in (:patients)
                            and business_day = :day and state in ('WAITING', 'TAKEN')""")
                .param(
                        "patients",
                        Keys.of(
                                facility.value(),
                                patients.stream()
                                        .map(PatientId::value)
                                        .distinct()
                                        .toList()))
                .param("day", day.date())
                .query(TakeoverRows::takeover)
                .list();
    }

    int waiting(FacilityId facility, BusinessDay day) {
        return jdbc.sql("""
                        select count(*) from handover where facility_id = :facility and business_day = :day
                            and state = 'WAITING'""")
                .param("facility", facility.value())
                .param("day", day.date())
                .query(Integer.class)
                .single();
    }

    void insert(FacilityId facility, Takeover one) {
        jdbc.sql("""
                        insert into handover (facility_id, handover_id, device_id, kiosk, at, business_day, fault, step,
                            patient_id, clinic_code, check_in_id, state, version)
                        values (:facility, :id, :device, :kiosk, :at, :day, :fault, :step, :patient, :clinic, :checkIn,
                            :state, :version)""")
                .param("facility", facility.value())
                .param("id", one.id().toString())
                .param("device", one.device().value())
                .param("kiosk", one.kiosk())
                .param("at", utc(one.at()))
                .param("day", one.day().date())
                .param("fault", one.fault().map(FaultCode::name).orElse(null), Types.VARCHAR)
                .param("step", one.step().name())
                .param("patient", one.patient().map(PatientId::value).orElse(null), Types.BIGINT)
                .param("clinic", one.clinic().orElse(null), Types.VARCHAR)
                .param("checkIn", one.checkIn().map(UUID::toString).orElse(null), Types.VARCHAR)
                .param("state", one.state().name())
                .param("version", one.version())
                .update();
    }

    /** @return false when somebody else has changed it since it was read */
    boolean update(FacilityId facility, Takeover next) {
        return jdbc.sql("""
                        update handover set state = :state, taken_by = :by, taken_name = :name, version = :version
                        where facility_id = :facility and handover_id = :id and version = :version - 1""")
                        .param("state", next.state().name())
                        .param("by", next.takenBy().map(Keeper::login).orElse(null), Types.VARCHAR)
                        .param("name", next.takenBy().map(Keeper::name).orElse(null), Types.VARCHAR)
                        .param("version", next.version())
                        .param("facility", facility.value())
                        .param("id", next.id().toString())
                        .update()
                == 1;
    }

    /**
     * @param by login, null when nobody needed to
     * @return false when somebody else has changed it since it was read
     */
    boolean close(FacilityId facility, Takeover closed, Outcome outcome, String by, Instant at) {
        return jdbc.sql("""
                        update handover set state = 'CLOSED', outcome = :outcome, closed_by = :by, closed_at = :at,
                            version = :version
                        where facility_id = :facility and handover_id = :id and version = :version - 1""")
                        .param("outcome", outcome.name())
                        .param("by", by, Types.VARCHAR)
                        .param("at", utc(at))
                        .param("version", closed.version())
                        .param("facility", facility.value())
                        .param("id", closed.id().toString())
                        .update()
                == 1;
    }

    /** @return how many there were of days before this one */
    int deleteBefore(FacilityId facility, BusinessDay day) {
        return jdbc.sql("delete from handover where facility_id = :facility and business_day < :day")
                .param("facility", facility.value())
                .param("day", day.date())
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Takeover takeover(ResultSet row, int number) throws SQLException {
        String keeper = row.getString("taken_by");
        return new Takeover(
                new HandoverId(UUID.fromString(row.getString("handover_id"))),
                new DeviceId(row.getString("device_id")),
                row.getString("kiosk"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new BusinessDay(row.getObject("business_day", LocalDate.class)),
                fault(row.getString("fault")),
                Step.valueOf(row.getString("step")),
                Optional.ofNullable(row.getObject("patient_id", Long.class)).map(PatientId::new),
                Optional.ofNullable(row.getString("clinic_code")),
                Optional.ofNullable(row.getString("check_in_id")).map(UUID::fromString),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(keeper == null ? null : new Keeper(keeper, row.getString("taken_name"))),
                row.getInt("version"));
    }

    /** Another server of the house may know faults that this one does not. */
    private static Optional<FaultCode> fault(String name) {
        return Arrays.stream(FaultCode.values())
                .filter(it -> it.name().equals(name))
                .findFirst();
    }
}
