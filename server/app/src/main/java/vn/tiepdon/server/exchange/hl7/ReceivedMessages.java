package vn.tiepdon.server.exchange.hl7;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answer to each message that was carried out. */
@Repository
class ReceivedMessages {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    ReceivedMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Kept> find(Partner from, Header header) {
        return jdbc.sql("""
                        select content_hash, answer from hl7_received
                        where facility_id = :hospital and device_id = :device and application = :application
                            and control_id = :control""")
                .param("hospital", from.hospital().value())
                .param("device", from.device().value())
                .param("application", header.application())
                .param("control", header.controlId())
                .query((row, n) -> new Kept(row.getString("content_hash"), row.getString("answer")))
                .optional();
    }

    void add(Partner from, Header header, String hash, Answer answer, Instant at) {
        jdbc.sql("""
                insert into hl7_received (facility_id, device_id, application, control_id, content_hash, answer, received_at)
                values (:hospital, :device, :application, :control, :hash, :answer, :at)""")
                .param("hospital", from.hospital().value())
                .param("device", from.device().value())
                .param("application", header.application())
                .param("control", header.controlId())
                .param("hash", hash)
                .param("answer", answer.text())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return how many were forgotten; no more than a thousand at once */
    int forget(Instant before) {
        return jdbc.sql("""
                        delete from hl7_received where (facility_id, device_id, application, control_id) in (
                            select facility_id, device_id, application, control_id from hl7_received
                            where received_at < :before order by received_at limit :most)""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .update();
    }

    record Kept(String hash, String answer) {}
}
