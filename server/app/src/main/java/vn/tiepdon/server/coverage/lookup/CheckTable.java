package vn.tiepdon.server.coverage.lookup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.coverage.card.FacilityCode;
import vn.tiepdon.server.coverage.card.InsuranceNumber;
import vn.tiepdon.server.coverage.gateway.InsuredCard;
import vn.tiepdon.server.coverage.gateway.ResultClass;
import vn.tiepdon.server.coverage.gateway.Results;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** The questions in the database. A worker holds one for some seconds at a time. */
@Repository
class CheckTable {

    private static final String ONE = " where facility_id = :facility and check_id = :id ";

    private final JdbcClient jdbc;

    CheckTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the same was asked at the same instant */
    void add(CoverageCheck check, Optional<byte[]> sealed, Instant nextTry) {
        filled(jdbc.sql("""
                        insert into coverage_check (facility_id, check_id, asked_key, patient_id, business_day, card_number,
                            asked_by, asked_at, state, result, outcome, told, told_code, answered_number, valid_from,
                            valid_until, registered_at, five_years, answer, answered_at, tries, next_try)
                        values (:facility, :id, :key, :patient, :day, :number, :by, :askedAt, :state, :result, :outcome,
                            :told, :toldCode, :answered, :from, :until, :registered, :five, :answer, :answeredAt, :tries, :next)"""), check, sealed, nextTry)
                .param(
                        "key",
                        check.patient().value() + "/" + check.day() + "/"
                                + check.number().text())
                .param("patient", check.patient().value())
                .param("day", check.day())
                .param("number", check.number().text())
                .param("by", check.askedBy())
                .param("askedAt", utc(check.askedAt()))
                .update();
    }

    /** @return whether it was still waiting */
    boolean answer(CoverageCheck check, Optional<byte[]> sealed, Instant nextTry) {
        return filled(jdbc.sql("""
                        update coverage_check set state = :state, result = :result, outcome = :outcome, told = :told,
                            told_code = :toldCode, answered_number = :answered, valid_from = :from, valid_until = :until,
                            registered_at = :registered, five_years = :five, answer = :answer,
                            answered_at = :answeredAt, tries = :tries, next_try = :next, worker = null,
                            worker_until = null""" + ONE + "and state = 'WAITING'"), check, sealed, nextTry)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec filled(
            JdbcClient.StatementSpec statement, CoverageCheck check, Optional<byte[]> sealed, Instant nextTry) {
        Optional<InsuredCard> card = check.card();
        return statement
                .param("facility", check.facility().value())
                .param("id", check.id().toString())
                .param("state", check.state().name())
                .param("result", check.result().code())
                .param("outcome", check.outcome().name())
                .param("told", check.told().name())
                .param("toldCode", check.toldCode().orElse(null), Types.VARCHAR)
                .param("answered", card.map(it -> it.number().text()).orElse(null), Types.VARCHAR)
                .param("from", card.map(InsuredCard::from).orElse(null), Types.DATE)
                .param("until", card.flatMap(InsuredCard::until).orElse(null), Types.DATE)
                .param(
                        "registered",
                        card.flatMap(InsuredCard::facility)
                                .map(FacilityCode::text)
                                .orElse(null),
                        Types.VARCHAR)
                .param("five", card.flatMap(InsuredCard::fiveYears).orElse(null), Types.DATE)
                .param("answer", sealed.orElse(null), Types.VARBINARY)
                .param(
                        "answeredAt",
                        check.answeredAt().map(CheckTable::utc).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("tries", check.tries())
                .param("next", nextTry == null ? null : utc(nextTry), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    Optional<CoverageCheck> find(FacilityId facility, UUID id) {
        return jdbc.sql("select * from coverage_check" + ONE)
                .param("facility", facility.value())
                .param("id", id.toString())
                .query(CheckTable::check)
                .optional();
    }

    /** Those of a patient's day, the latest first. */
    List<CoverageCheck> of(FacilityId facility, PatientId patient, LocalDate day) {
        return jdbc.sql("""
                        select * from coverage_check
                        where facility_id = :facility and patient_id = :patient and business_day = :day
                        order by asked_at desc""")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("day", day)
                .query(CheckTable::check)
                .list();
    }

    /** Those of the patient's days before this one, the latest first. */
    List<CoverageCheck> before(FacilityId facility, PatientId patient, LocalDate day, int atMost) {
        return jdbc.sql("""
                        select * from coverage_check
                        where facility_id = :facility and patient_id = :patient and business_day < :day
                        order by business_day desc, asked_at desc limit :most""")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("day", day)
                .param("most", atMost)
                .query(CheckTable::check)
                .list();
    }

    /** What came of each time that this was asked, by the log of calls; the latest first. */
    List<CheckChange> answers(FacilityId facility, UUID id, int atMost) {
        return jdbc.sql("""
                        select at, result from coverage_call
                        where facility_id = :facility and transaction_no = :id
                            and (kind = 'LOOKUP' or kind = 'TOKEN' and result <> '200')
                        order by at desc limit :most""")
                .param("facility", facility.value())
                .param("id", id.toString())
                .param("most", atMost)
                .query((row, n) -> new CheckChange(
                        row.getObject("at", OffsetDateTime.class).toInstant(), Results.of(row.getString("result"))))
                .list();
    }

    /** Of all hospitals, those that wait longest first. */
    List<CoverageCheck> due(Instant now, int atMost) {
        return jdbc.sql("""
                        select * from coverage_check
                        where state = 'WAITING' and next_try <= :now and (worker_until is null or worker_until < :now)
                        order by next_try limit :most""")
                .param("now", utc(now))
                .param("most", atMost)
                .query(CheckTable::check)
                .list();
    }

    /** Whether it is this worker's now. */
    boolean take(CoverageCheck check, UUID worker, Instant now, Instant until) {
        return jdbc.sql("update coverage_check set worker = :worker, worker_until = :until" + ONE + """
                                and state = 'WAITING' and next_try <= :now
                                and (worker_until is null or worker_until < :now)""")
                        .param("worker", worker.toString())
                        .param("until", utc(until))
                        .param("facility", check.facility().value())
                        .param("id", check.id().toString())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** This worker had it and has not asked: it counts as no try. */
    void release(CoverageCheck check, UUID worker, Instant nextTry) {
        jdbc.sql("update coverage_check set next_try = :next, worker = null, worker_until = null" + ONE
                        + "and worker = :worker and state = 'WAITING'")
                .param("next", utc(nextTry))
                .param("facility", check.facility().value())
                .param("id", check.id().toString())
                .param("worker", worker.toString())
                .update();
    }

    /** Not asked at all: it counts as no try. */
    void putOff(CoverageCheck check, Instant nextTry) {
        jdbc.sql("update coverage_check set next_try = :next" + ONE + "and state = 'WAITING'")
                .param("next", utc(nextTry))
                .param("facility", check.facility().value())
                .param("id", check.id().toString())
                .update();
    }

    /** Those of a day that reception has to know of: no answer, another one than was told, or one that needs papers. */
    List<CoverageCheck> open(FacilityId facility, LocalDate day, int atMost) {
        return jdbc.sql("""
                        select * from coverage_check
                        where facility_id = :facility and business_day = :day and seen_at is null
                            and (state <> 'ANSWERED' or told <> outcome or outcome in ('DESK', 'NOT_INSURED')
                                or (outcome = 'NEW_CARD' and (new_card_used is null or not new_card_used)))
                        order by asked_at desc limit :most""")
                .param("facility", facility.value())
                .param("day", day)
                .param("most", atMost)
                .query(CheckTable::check)
                .list();
    }

    /** Why the patients of a day were told that nobody has answered yet, those that are many first. */
    List<NotAtOnce> notAtOnce(FacilityId facility, LocalDate day) {
        return jdbc.sql("""
                        select told_code, count(*) as questions from coverage_check
                        where facility_id = :facility and business_day = :day and told_code is not null
                            and told in ('GATEWAY_FAULT', 'OUR_CONFIGURATION')
                        group by told_code order by count(*) desc, told_code""")
                .param("facility", facility.value())
                .param("day", day)
                .query((row, n) -> new NotAtOnce(Results.of(row.getString("told_code")), row.getInt("questions")))
                .list();
    }

    void seen(FacilityId facility, UUID id, String by, Instant at) {
        jdbc.sql("update coverage_check set seen_at = :at, seen_by = :by" + ONE + "and state <> 'WAITING'")
                .param("at", utc(at))
                .param("by", by)
                .param("facility", facility.value())
                .param("id", id.toString())
                .update();
    }

    void again(FacilityId facility, UUID id, Instant now) {
        jdbc.sql("update coverage_check set state = 'WAITING', next_try = :now, seen_at = null" + ONE)
                .param("now", utc(now))
                .param("facility", facility.value())
                .param("id", id.toString())
                .update();
    }

    void newCard(FacilityId facility, UUID id, boolean used) {
        jdbc.sql("update coverage_check set new_card_used = :used" + ONE + "and outcome = 'NEW_CARD'")
                .param("used", used)
                .param("facility", facility.value())
                .param("id", id.toString())
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static CoverageCheck check(ResultSet row, int number) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        boolean used = row.getBoolean("new_card_used");
        Optional<Boolean> newCardUsed = row.wasNull() ? Optional.empty() : Optional.of(used);
        return new CoverageCheck(
                new FacilityId(row.getInt("facility_id")),
                UUID.fromString(row.getString("check_id")),
                new PatientId(row.getLong("patient_id")),
                row.getObject("business_day", LocalDate.class),
                new InsuranceNumber(row.getString("card_number")),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                CheckState.valueOf(row.getString("state")),
                Results.of(row.getString("result")),
                ResultClass.valueOf(row.getString("outcome")),
                ResultClass.valueOf(row.getString("told")),
                Optional.ofNullable(row.getString("told_code")),
                card(row),
                Optional.ofNullable(answered).map(OffsetDateTime::toInstant),
                newCardUsed,
                row.getInt("tries"));
    }

    private static Optional<InsuredCard> card(ResultSet row) throws SQLException {
        String number = row.getString("answered_number");
        return number == null
                ? Optional.empty()
                : Optional.of(new InsuredCard(
                        new InsuranceNumber(number),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                        FacilityCode.parse(row.getString("registered_at")),
                        Optional.ofNullable(row.getObject("five_years", LocalDate.class))));
    }
}
