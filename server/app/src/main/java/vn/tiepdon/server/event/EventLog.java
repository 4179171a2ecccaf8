package vn.tiepdon.server.event;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/** The append-only table of everything that happened. */
@Component
public class EventLog {

    private static final String INSERT = """
            insert into event (facility_id, seq, kind, clinic_id, room_id, ticket_id, payload, at)
            values (:facility, :seq, :kind, :clinic, :room, :ticket, :payload, :at)
            """;

    private final NamedParameterJdbcTemplate batches;
    private final EventSequence sequence;
    private final EventReader reader;
    private final JsonMapper json;
    private final Nudge nudge;

    EventLog(
            NamedParameterJdbcTemplate batches,
            EventSequence sequence,
            EventReader reader,
            JsonMapper json,
            Nudge nudge) {
        this.batches = batches;
        this.sequence = sequence;
        this.reader = reader;
        this.json = json;
        this.nudge = nudge;
    }

    /**
     * Appends to the caller's transaction, as its last step: the facility's sequence stays locked until the commit, and
     * that alone makes the order of the sequence the order of the commits.
     *
     * @throws EventSequenceMissingException at a facility's first event; {@link #begin} and try the transaction again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(FacilityId facility, List<? extends QueueEvent> events, Instant at) {
        if (events.isEmpty()) {
            return;
        }
        long seq = sequence.advance(facility, events.size()) - events.size();
        List<SqlParameterSource> rows = new ArrayList<>();
        for (QueueEvent event : events) {
            rows.add(row(facility, ++seq, event, at));
        }
        batches.batchUpdate(INSERT, rows.toArray(SqlParameterSource[]::new));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                nudge.nudge();
            }
        });
    }

    /** The last committed sequence number; what a page has read after this call it may still be told of. */
    public long head(FacilityId facility) {
        return sequence.last(facility);
    }

    /** Of each clinic at which something has happened after a sequence number: the last of it. */
    public Map<ClinicId, Long> lastOfClinics(FacilityId facility, long after) {
        return reader.lastOfClinics(facility, after);
    }

    /** Makes a facility's sequence, in no transaction but its own; harmless when it is there. */
    public void begin(FacilityId facility) {
        sequence.begin(facility);
    }

    private SqlParameterSource row(FacilityId facility, long seq, QueueEvent event, Instant at) {
        return new MapSqlParameterSource()
                .addValue("facility", facility.value())
                .addValue("seq", seq)
                .addValue("kind", event.kind().wire())
                .addValue(
                        "clinic", event.clinic() == null ? null : event.clinic().value(), Types.INTEGER)
                .addValue("room", event.door().map(it -> it.id().value()).orElse(null), Types.INTEGER)
                .addValue("ticket", event.ticket().map(it -> it.id().toString()).orElse(null))
                .addValue("payload", json.writeValueAsString(EventPayload.of(event, at)))
                .addValue("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}
