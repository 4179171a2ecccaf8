package vn.tiepdon.server.queue.calling;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.RoomId;

/** The last act of each room; written under the lock of the room's queue. */
@Repository
class LastActs {

    private static final String OF_ROOM = " where facility_id = :facility and room_id = :room";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LastActs(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<LastAct> find(FacilityId facility, RoomId room, BusinessDay day) {
        return jdbc.sql("select before from room_act" + OF_ROOM + " and business_day = :day")
                .param("facility", facility.value())
                .param("room", room.value())
                .param("day", day.date())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, LastAct.class));
    }

    void keep(FacilityId facility, RoomId room, BusinessDay day, LastAct act) {
        String update = "update room_act set business_day = :day, before = :before" + OF_ROOM;
        if (write(update, facility, room, day, act) == 0) {
            write(
                    "insert into room_act (facility_id, room_id, business_day, before)"
                            + " values (:facility, :room, :day, :before)",
                    facility,
                    room,
                    day,
                    act);
        }
    }

    private int write(String sql, FacilityId facility, RoomId room, BusinessDay day, LastAct act) {
        return jdbc.sql(sql)
                .param("facility", facility.value())
                .param("room", room.value())
                .param("day", day.date())
                .param("before", json.writeValueAsString(act))
                .update();
    }

    void forget(FacilityId facility, RoomId room) {
        jdbc.sql("delete from room_act" + OF_ROOM)
                .param("facility", facility.value())
                .param("room", room.value())
                .update();
    }
}
