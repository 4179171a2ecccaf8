package vn.tiepdon.server.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

@Component
class EventReader {

    private final JdbcClient jdbc;

    EventReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last committed sequence number of every facility. */
    Map<FacilityId, Long> heads() {
        Map<FacilityId, Long> heads = new HashMap<>();
        jdbc.sql("select facility_id, last_seq from event_sequence").query(row -> {
            heads.put(new FacilityId(row.getInt("facility_id")), row.getLong("last_seq"));
        });
        return heads;
    }

    List<StoredEvent> after(FacilityId facility, long seq, int limit) {
        return jdbc.sql("""
                        select seq, kind, clinic_id, payload from event
                        where facility_id = :facility and seq > :seq order by facility_id, seq limit :limit""")
                .param("facility", facility.value())
                .param("seq", seq)
                .param("limit", limit)
                .query((row, n) -> new StoredEvent(
                        facility,
                        row.getLong("seq"),
                        row.getString("kind"),
                        new ClinicId(row.getInt("clinic_id")),
                        row.getString("payload")))
                .list();
    }

    Map<ClinicId, Long> lastOfClinics(FacilityId facility, long after) {
        Map<ClinicId, Long> last = new HashMap<>();
        jdbc.sql("""
                        select clinic_id, max(seq) as last from event
                        where facility_id = :facility and seq > :after and clinic_id is not null group by clinic_id""").param("facility", facility.value()).param("after", after).query(row -> {
            last.put(new ClinicId(row.getInt("clinic_id")), row.getLong("last"));
        });
        return last;
    }
}
