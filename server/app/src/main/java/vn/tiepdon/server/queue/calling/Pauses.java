package vn.tiepdon.server.queue.calling;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.queue.tables.Tickets;
import vn.tiepdon.server.queue.view.Pause;

/** Rooms that call nobody for a while. */
@Repository
class Pauses {

    private final JdbcClient jdbc;

    Pauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Pause> of(FacilityId facility, RoomId room) {
        return jdbc.sql("select since, reason from room_pause where facility_id = :facility and room_id = :room")
                .param("facility", facility.value())
                .param("room", room.value())
                .query((row, n) ->
                        new Pause(row.getObject("since", OffsetDateTime.class).toInstant(), row.getString("reason")))
                .optional();
    }

    Set<RoomId> of(FacilityId facility) {
        return new HashSet<>(jdbc.sql("select room_id from room_pause where facility_id = :facility")
                .param("facility", facility.value())
                .query((row, n) -> new RoomId(row.getInt("room_id")))
                .list());
    }

    void begin(FacilityId facility, RoomId room, String reason, String by, Instant at) {
        end(facility, room);
        jdbc.sql("insert into room_pause (facility_id, room_id, since, reason, paused_by)"
                        + " values (:facility, :room, :at, :reason, :by)")
                .param("facility", facility.value())
                .param("room", room.value())
                .param("at", Tickets.utc(at))
                .param("reason", reason)
                .param("by", by)
                .update();
    }

    /** @return whether it was paused */
    boolean end(FacilityId facility, RoomId room) {
        return jdbc.sql("delete from room_pause where facility_id = :facility and room_id = :room")
                        .param("facility", facility.value())
                        .param("room", room.value())
                        .update()
                > 0;
    }
}
