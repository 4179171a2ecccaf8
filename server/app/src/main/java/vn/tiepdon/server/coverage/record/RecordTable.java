package vn.tiepdon.server.coverage.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.server.coverage.gateway.RecordReceipt;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** The records in the database: the outbox, and what has gone out of it. */
@Repository
class RecordTable {

    private static final String ONE = " where facility_id = :facility and record_id = :id ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RecordTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(KeptRecord record, String visitKey, String by) {
        jdbc.sql("""
                insert into coverage_record (facility_id, record_id, ma_lk, visit_key, patient_id, business_day, state,
                    content, faults, made_at, made_by, tries, next_try, version)
                values (:facility, :id, :visit, :key, :patient, :day, :state, :content, :faults, :at, :by, 0, :at, 1)""")
                .param("facility", record.facility().value())
                .param("id", record.id().toString())
                .param("visit", record.content().get(RecordField.MA_LK))
                .param("key", visitKey)
                .param("patient", record.patient().value())
                .param("day", record.day())
                .param("state", record.state().name())
                .param("content", written(record.content()))
                .param("faults", names(record.faults()))
                .param("at", utc(record.madeAt()))
                .param("by", by)
                .update();
    }

    Optional<KeptRecord> find(FacilityId facility, UUID id) {
        return one("select * from coverage_record" + ONE, facility, id)
                .query(this::record)
                .optional();
    }

    /** One at a time tells of a patient until its transaction ends: keys alone do not show that two mean the same visit. */
    void alone(FacilityId facility, PatientId patient) {
        jdbc.sql("select patient_id from patient where facility_id = :facility and patient_id = :patient for update")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query(Long.class)
                .optional();
    }

    Optional<KeptRecord> ofVisit(FacilityId facility, String visitKey) {
        return jdbc.sql("select * from coverage_record where facility_id = :facility and visit_key = :key")
                .param("facility", facility.value())
                .param("key", visitKey)
                .query(this::record)
                .optional();
    }

    /** The first of a patient's day. */
    Optional<KeptRecord> of(FacilityId facility, PatientId patient, LocalDate day) {
        return jdbc.sql("""
                        select * from coverage_record where facility_id = :facility and patient_id = :patient
                            and business_day = :day order by made_at limit 1""")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("day", day)
                .query(this::record)
                .optional();
    }

    /** Those of a patient's day that are faulty as they were made. */
    List<KeptRecord> untouched(FacilityId facility, PatientId patient, LocalDate day) {
        return jdbc.sql("""
                        select * from coverage_record where facility_id = :facility and patient_id = :patient
                            and business_day = :day and state = 'FAULTY' and version = 1""")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("day", day)
                .query(this::record)
                .list();
    }

    /** What a person must look at first, then the newest. */
    List<KeptRecord> latest(FacilityId facility, int atMost) {
        return jdbc.sql("""
                        select * from coverage_record where facility_id = :facility
                        order by case when state in ('FAULTY', 'TASK') then 0 else 1 end, made_at desc limit :most""")
                .param("facility", facility.value())
                .param("most", atMost)
                .query(this::record)
                .list();
    }

    List<KeptRecord> due(Instant now, int atMost) {
        return jdbc.sql("""
                        select * from coverage_record
                        where state = 'READY' and next_try <= :now and (worker_until is null or worker_until < :now)
                        order by next_try limit :most""")
                .param("now", utc(now))
                .param("most", atMost)
                .query(this::record)
                .list();
    }

    /** Whether it is this worker's now. */
    boolean take(KeptRecord record, UUID worker, Instant now, Instant until) {
        return one(
                                "update coverage_record set worker = :worker, worker_until = :until" + ONE + """
                                and state = 'READY' and version = :version and next_try <= :now
                                and (worker_until is null or worker_until < :now)""",
                                record.facility(),
                                record.id())
                        .param("worker", worker.toString())
                        .param("until", utc(until))
                        .param("version", record.version())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** @param nextTry null when it is not tried again */
    void tried(KeptRecord record, UUID worker, RecordState state, Instant at, Instant nextTry) {
        one("""
                update coverage_record set state = :state, tries = tries + 1, next_try = :next, sent_at = :sent,
                    worker = null, worker_until = null, version = version + 1""" + ONE + """
                 and worker = :worker and state = 'READY'""", record.facility(), record.id())
                .param("state", state.name())
                .param("next", nextTry == null ? null : utc(nextTry), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("sent", state == RecordState.SENT ? utc(at) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("worker", worker.toString())
                .update();
    }

    /** Not asked at all: it counts as no try. */
    void putOff(KeptRecord record, UUID worker, Instant nextTry) {
        one(
                        "update coverage_record set next_try = :next, worker = null, worker_until = null" + ONE
                                + "and worker = :worker",
                        record.facility(),
                        record.id())
                .param("next", utc(nextTry))
                .param("worker", worker.toString())
                .update();
    }

    void receipt(KeptRecord record, RecordReceipt receipt, Instant at) {
        jdbc.sql("""
                insert into coverage_receipt (facility_id, record_id, receipt_id, at, result, transaction_no, received_at)
                values (:facility, :id, :receipt, :at, :result, :number, :received)""")
                .param("facility", record.facility().value())
                .param("id", record.id().toString())
                .param("receipt", UUID.randomUUID().toString())
                .param("at", utc(at))
                .param("result", receipt.result())
                .param("number", receipt.transaction().orElse(null), Types.VARCHAR)
                .param("received", receipt.receivedAt().orElse(null), Types.VARCHAR)
                .update();
    }

    List<KeptReceipt> receipts(FacilityId facility, UUID id) {
        return one("select * from coverage_receipt" + ONE + "order by at desc", facility, id)
                .query((row, n) -> new KeptReceipt(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("result"),
                        row.getString("transaction_no"),
                        row.getString("received_at")))
                .list();
    }

    /** @return whether nobody else was sooner */
    boolean correct(KeptRecord record, Instant now) {
        return one("""
                        update coverage_record set content = :content, faults = :faults, state = :state, tries = 0,
                            next_try = :now, worker = null, worker_until = null, version = version + 1""" + ONE + """
                         and version = :version""", record.facility(), record.id())
                        .param("content", written(record.content()))
                        .param("faults", names(record.faults()))
                        .param("state", record.state().name())
                        .param("now", utc(now))
                        .param("version", record.version())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec one(String sql, FacilityId facility, UUID id) {
        return jdbc.sql(sql).param("facility", facility.value()).param("id", id.toString());
    }

    private String written(CheckInRecord content) {
        return json.writeValueAsString(content.fields().entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .collect(Collectors.toMap(it -> it.getKey().name(), Map.Entry::getValue)));
    }

    private static String names(Collection<RecordField> faults) {
        return faults.stream().map(RecordField::name).collect(Collectors.joining(","));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private KeptRecord record(ResultSet row, int number) throws SQLException {
        Map<RecordField, String> fields = new EnumMap<>(RecordField.class);
        Map<String, String> kept = json.readValue(row.getString("content"), new TypeReference<>() {});
        kept.forEach((field, value) -> fields.put(RecordField.valueOf(field), value));
        OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
        return new KeptRecord(
                new FacilityId(row.getInt("facility_id")),
                UUID.fromString(row.getString("record_id")),
                new PatientId(row.getLong("patient_id")),
                row.getObject("business_day", LocalDate.class),
                RecordState.valueOf(row.getString("state")),
                new CheckInRecord(fields),
                Arrays.stream(row.getString("faults").split(","))
                        .filter(it -> !it.isEmpty())
                        .map(RecordField::valueOf)
                        .toList(),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                Optional.ofNullable(sent).map(OffsetDateTime::toInstant),
                row.getInt("version"));
    }
}
