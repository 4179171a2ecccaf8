package vn.tiepdon.server.queue.view;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.queue.QueueKey;

/** All queues and rooms of a hospital at once, in three questions. */
@Repository
public class Loads {

    private static final List<State> COUNTED = List.of(State.WAITING, State.CALLED, State.IN_ROOM, State.MISSED);

    private final JdbcClient jdbc;

    Loads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place without anybody may not be in the map. */
    public Map<ClinicId, Load> of(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day) {
        Map<ClinicId, Load> loads = new HashMap<>();
        List<Object[]> places = new ArrayList<>();
        COUNTED.forEach(state -> places.addAll(QueueKey.columns(facility, clinics, day, state.name())));
        if (!places.isEmpty()) {
            jdbc.sql("""
                            select at_clinic_id, state, count(*) as n, min(queued_at) as first from ticket
                            where (facility_id, at_clinic_id, business_day, state) in (:places)
                            group by at_clinic_id, state""").param("places", places).query(row -> {
                ClinicId clinic = new ClinicId(row.getInt("at_clinic_id"));
                Load before = loads.getOrDefault(clinic, Load.EMPTY);
                Instant first = row.getObject("first", OffsetDateTime.class).toInstant();
                loads.put(clinic, before.with(row.getString("state"), row.getInt("n"), first));
            });
        }
        return loads;
    }

    /** When each room has called somebody new for the last time that day; one that has called nobody is not in the map. */
    public Map<RoomId, Instant> lastCalls(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day) {
        Map<RoomId, Instant> calls = new HashMap<>();
        if (!clinics.isEmpty()) {
            jdbc.sql("""
                            select room_id, max(first_called_at) as last from ticket_stop
                            where facility_id = :facility and clinic_id in (:clinics) and business_day = :day
                                and room_id is not null
                            group by room_id""")
                    .param("facility", facility.value())
                    .param("clinics", clinics.stream().map(ClinicId::value).toList())
                    .param("day", day.date())
                    .query(row -> {
                        calls.put(
                                new RoomId(row.getInt("room_id")),
                                row.getObject("last", OffsetDateTime.class).toInstant());
                    });
        }
        return calls;
    }

    /** The rooms that call nobody for a while. */
    public Map<RoomId, Pause> pauses(FacilityId facility) {
        Map<RoomId, Pause> pauses = new HashMap<>();
        jdbc.sql("select room_id, since, reason from room_pause where facility_id = :facility")
                .param("facility", facility.value())
                .query(row -> {
                    pauses.put(
                            new RoomId(row.getInt("room_id")),
                            new Pause(
                                    row.getObject("since", OffsetDateTime.class).toInstant(), row.getString("reason")));
                });
        return pauses;
    }
}
