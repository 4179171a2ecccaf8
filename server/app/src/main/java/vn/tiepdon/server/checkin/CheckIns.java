package vn.tiepdon.server.checkin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.queue.TicketId;

/** The first answer to each check-in id, for ever. */
@Repository
class CheckIns {

    private final JdbcClient jdbc;

    CheckIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Kept> find(FacilityId facility, CheckInId id) {
        return jdbc.sql("""
                        select device_id, request_hash, answer from check_in
                        where facility_id = :facility and check_in_id = :id""")
                .param("facility", facility.value())
                .param("id", id.toString())
                .query((row, n) ->
                        new Kept(row.getString("device_id"), row.getString("request_hash"), row.getString("answer")))
                .optional();
    }

    void add(Device device, CheckInId id, String requestHash, TicketId ticket, String answer, Instant at) {
        jdbc.sql("""
                        insert into check_in (facility_id, check_in_id, device_id, request_hash, ticket_id, answer, made_at)
                        values (:facility, :id, :device, :hash, :ticket, :answer, :at)""")
                .param("facility", device.facility().value())
                .param("id", id.toString())
                .param("device", device.id().value())
                .param("hash", requestHash)
                .param("ticket", ticket.toString())
                .param("answer", answer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    record Kept(String device, String requestHash, String answer) {}
}
