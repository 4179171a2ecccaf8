package vn.tiepdon.server.administration;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/** The rooms of a house, for changing them. */
@Service
class RoomBook {

    private final JdbcClient jdbc;
    private final HouseChanges changes;

    RoomBook(JdbcClient jdbc, HouseChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** By code; those that are hidden too. */
    List<RoomRow> all(FacilityId facility) {
        return jdbc.sql("select * from room where facility_id = :facility order by code, room_id")
                .param("facility", facility.value())
                .query((row, n) -> new RoomRow(
                        row.getInt("room_id"),
                        row.getString("code"),
                        new Text(row.getString("place_vi"), row.getString("place_en")),
                        new ClinicId(row.getInt("clinic_id")),
                        row.getBoolean("hidden")))
                .list();
    }

    RoomRow get(FacilityId facility, int id) {
        return all(facility).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotInThisHouseException("room"));
    }

    @Transactional
    public boolean add(By by, RoomForm form, ClinicRow clinic, Typed typed) {
        String code = form.code(typed);
        Text place = form.place(typed);
        changes.begin(by);
        List<RoomRow> all = all(by.facility());
        requireOwn(all, code, 0, typed);
        if (!typed.well()) {
            return false;
        }
        jdbc.sql("""
                insert into room (facility_id, room_id, clinic_id, code, place_vi, place_en)
                values (:facility, :room, :clinic, :code, :vi, :en)""")
                .param("facility", by.facility().value())
                .param("room", all.stream().mapToInt(RoomRow::id).max().orElse(0) + 1)
                .param("clinic", clinic.id().value())
                .param("code", code)
                .param("vi", place.vi())
                .param("en", place.en())
                .update();
        changes.note(by, "room.add", "room " + code + ", clinic " + clinic.code());
        return true;
    }

    /**
     * @param busy whether somebody is called there or inside: then it stays in its clinic
     */
    @Transactional
    public boolean change(By by, int id, RoomForm form, ClinicRow clinic, boolean busy, Typed typed) {
        String code = form.code(typed);
        Text place = form.place(typed);
        changes.begin(by);
        RoomRow before = get(by.facility(), id);
        requireOwn(all(by.facility()), code, id, typed);
        if (busy && !before.clinic().equals(clinic.id())) {
            typed.wrong("clinic", "room.busy");
        }
        if (!typed.well()) {
            return false;
        }
        jdbc.sql("""
                update room set code = :code, place_vi = :vi, place_en = :en, clinic_id = :clinic
                where facility_id = :facility and room_id = :room""")
                .param("code", code)
                .param("vi", place.vi())
                .param("en", place.en())
                .param("clinic", clinic.id().value())
                .param("facility", by.facility().value())
                .param("room", id)
                .update();
        changes.note(
                by, "room.change", "room " + before.code() + " > " + code + ", " + place.vi() + ", " + clinic.code());
        return true;
    }

    @Transactional
    public void hide(By by, int id, boolean hidden) {
        changes.begin(by);
        RoomRow room = get(by.facility(), id);
        jdbc.sql("update room set hidden = :hidden where facility_id = :facility and room_id = :room")
                .param("hidden", hidden)
                .param("facility", by.facility().value())
                .param("room", id)
                .update();
        changes.note(by, hidden ? "room.hide" : "room.show", "room " + room.code());
    }

    private static void requireOwn(List<RoomRow> all, String code, int own, Typed typed) {
        if (all.stream().anyMatch(it -> it.code().equalsIgnoreCase(code) && it.id() != own)) {
            typed.wrong("code", "room.taken", code);
        }
    }
}
