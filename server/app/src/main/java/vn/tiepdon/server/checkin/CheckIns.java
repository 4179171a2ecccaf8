package vn.tiepdon.server.checkin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.database.Keys;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.TicketId;

/** The first answer to each check-in id, for ever. */
@Repository
class CheckIns {

    private static final String INSERT = """
            insert into check_in (facility_id, check_in_id, device_id, request_hash, ticket_id, answer, made_at)
            values (:facility, :id, :device, :hash, :ticket, :answer, :at)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    CheckIns(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @return those that have an answer */
    Map<CheckInId, Kept> find(FacilityId facility, Collection<CheckInId> ids) {
        Map<CheckInId, Kept> kept = new HashMap<>();
        jdbc.sql("""
                        select check_in_id, device_id, request_hash, answer from check_in
                        where (facility_id, check_in_id) in (:ids)""")
                .param(
                        "ids",
                        Keys.of(
                                facility.value(),
                                ids.stream().map(CheckInId::toString).toList()))
                .query(row -> {
                    kept.put(
                            new CheckInId(UUID.fromString(row.getString("check_in_id"))),
                            new Kept(
                                    row.getString("device_id"),
                                    row.getString("request_hash"),
                                    row.getString("answer")));
                });
        return kept;
    }

    /** The numbers that they have got. */
    Map<UUID, TicketId> tickets(FacilityId facility, Collection<UUID> ids) {
        Map<UUID, TicketId> tickets = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select check_in_id, ticket_id from check_in where (facility_id, check_in_id) in (:ids)")
                    .param(
                            "ids",
                            Keys.of(
                                    facility.value(),
                                    ids.stream().map(UUID::toString).distinct().toList()))
                    .query(row -> {
                        tickets.put(
                                UUID.fromString(row.getString("check_in_id")),
                                new TicketId(UUID.fromString(row.getString("ticket_id"))));
                    });
        }
        return tickets;
    }

    void add(List<Answered> answered, Instant at) {
        if (!answered.isEmpty()) {
            OffsetDateTime madeAt = at.atOffset(ZoneOffset.UTC);
            batches.batchUpdate(
                    INSERT, answered.stream().map(it -> row(it, madeAt)).toArray(SqlParameterSource[]::new));
        }
    }

    private static SqlParameterSource row(Answered answered, OffsetDateTime at) {
        Wish wish = answered.wish();
        return new MapSqlParameterSource()
                .addValue("facility", wish.device().facility().value())
                .addValue("id", wish.id().toString())
                .addValue("device", wish.device().id().value())
                .addValue("hash", wish.hash())
                .addValue("ticket", answered.ticket().toString())
                .addValue("answer", answered.answer())
                .addValue("at", at);
    }

    record Kept(String device, String requestHash, String answer) {}

    record Answered(Wish wish, TicketId ticket, PatientId patient, String answer) {}
}
