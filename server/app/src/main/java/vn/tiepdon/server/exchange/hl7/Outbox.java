package vn.tiepdon.server.exchange.hl7;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.fault.Incident;

/** What each receiver is still to be told, in the order in which it happened. */
@Repository
class Outbox {

    /** More than that waits for nobody: a receiver that has been gone for so long needs everything anew. */
    static final int MOST = 100_000;

    static final int LONGEST = 16_000;

    /** So often one message is told to a receiver who is there and does not answer: then a person decides. */
    static final int MOST_TRIES = 20;

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private static final String OF = " where facility_id = :hospital and device_id = :device";
    private static final int LONGEST_ANSWER = 400;
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Partners partners;
    private final MessageOrigin origin;
    private final Facilities facilities;
    private final HospitalClock clock;

    Outbox(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Partners partners,
            MessageOrigin origin,
            Facilities facilities,
            HospitalClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.partners = partners;
        this.origin = origin;
        this.facilities = facilities;
        this.clock = clock;
    }

    /** Always in the receivers' own order, so that two transactions never wait for each other crosswise. */
    void add(FacilityId hospital, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        partners.told(hospital).stream()
                .filter(receiver -> !origin.is(receiver))
                .forEach(receiver -> add(receiver, drafts));
    }

    private void add(Partner to, List<Draft> drafts) {
        int locked = of("update hl7_partner set last_seq = last_seq + :more" + OF, to)
                .param("more", drafts.size())
                .update();
        if (locked == 0) {
            return;
        }
        long last = of("select last_seq from hl7_partner" + OF, to)
                .query(Long.class)
                .single();
        long first = of("select min(seq) from hl7_outbox" + OF + " and state = 'WAITING'", to)
                .query((row, n) -> row.getLong(1))
                .single();
        if (first > 0 && last - first >= MOST) {
            lose(to, drafts.size());
        } else {
            insert(to, drafts, last - drafts.size() + 1);
        }
    }

    private void insert(Partner to, List<Draft> drafts, long first) {
        Facility hospital = facilities.get(to.hospital());
        OffsetDateTime now = hospital.localAt(clock.now());
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            long seq = first + i;
            Draft draft = drafts.get(i);
            text(draft, new Envelope(to, hospital, controlId(to, seq), now))
                    .ifPresent(text -> rows.add(new Object[] {
                        to.hospital().value(),
                        to.device().value(),
                        seq,
                        draft.trigger(),
                        text,
                        now,
                        State.WAITING.name()
                    }));
        }
        batches.batchUpdate("""
                insert into hl7_outbox (facility_id, device_id, seq, trigger_event, message, made_at, state)
                values (?, ?, ?, ?, ?, ?, ?)""", rows);
        if (rows.size() < drafts.size()) {
            lose(to, drafts.size() - rows.size());
        }
    }

    /** What cannot be put into words is not told, and is counted: a patient's check-in must not fail because of it. */
    private static Optional<String> text(Draft draft, Envelope around) {
        try {
            return Optional.of(draft.text().apply(around)).filter(text -> text.length() <= LONGEST);
        } catch (RuntimeException unwritable) {
            log.error("HL7: no {} could be written: {}", draft.trigger(), Incident.describe(unwritable));
            return Optional.empty();
        }
    }

    private void lose(Partner to, int many) {
        of("update hl7_partner set lost = lost + :more" + OF, to)
                .param("more", many)
                .update();
    }

    /** Twenty characters at most: the receiver's id's beginning and the number of what it is told. */
    static String controlId(Partner to, long seq) {
        return to.device().value().substring(0, 6) + "-" + seq;
    }

    Optional<Letter> next(Partner to) {
        return letters(to, State.WAITING, 1).stream().findFirst();
    }

    /** The oldest first. */
    List<Letter> refused(Partner to) {
        return letters(to, State.REFUSED, SHOWN);
    }

    private List<Letter> letters(Partner to, State state, int most) {
        return of("select * from hl7_outbox" + OF + " and state = :state order by seq limit :most", to)
                .param("state", state.name())
                .param("most", most)
                .query(Outbox::letter)
                .list();
    }

    /** The receiver has it. */
    void delivered(Partner to, Letter letter, Instant at) {
        remove(to, letter.seq());
        of("update hl7_partner set sent = sent + 1, sent_at = :at, failures = 0, last_error = null" + OF, to)
                .param("at", utc(at))
                .update();
    }

    /**
     * The receiver was there, and did not answer. What it never answers must not hold up all that comes after: after
     * {@link #MOST_TRIES} it is put aside as if it were refused, without an answer's code.
     */
    void unanswered(Partner to, Letter letter) {
        of("""
                update hl7_outbox set tries = tries + 1,
                    state = case when tries + 1 >= :most then 'REFUSED' else state end""" + OF + " and seq = :seq and state = 'WAITING'", to)
                .param("most", MOST_TRIES)
                .param("seq", letter.seq())
                .update();
    }

    /** The receiver does not want it: somebody has to look. */
    void refused(Partner to, Letter letter, Acknowledgment answer, Instant at) {
        of("""
                update hl7_outbox set state = 'REFUSED', answered_at = :at, answer_code = :code, answer_text = :text""" + OF + " and seq = :seq", to)
                .param("at", utc(at))
                .param("code", answer.code())
                .param(
                        "text",
                        answer.text().length() <= LONGEST_ANSWER
                                ? answer.text()
                                : answer.text().substring(0, LONGEST_ANSWER))
                .param("seq", letter.seq())
                .update();
        of("update hl7_partner set failures = 0, last_error = null" + OF, to).update();
    }

    /** @return whether it was there, and refused */
    boolean again(Partner to, long seq) {
        return of(
                                "update hl7_outbox set state = 'WAITING', tries = 0" + OF
                                        + " and seq = :seq and state = 'REFUSED'",
                                to)
                        .param("seq", seq)
                        .update()
                == 1;
    }

    boolean drop(Partner to, long seq) {
        return of("delete from hl7_outbox" + OF + " and seq = :seq and state = 'REFUSED'", to)
                        .param("seq", seq)
                        .update()
                == 1;
    }

    void forgetLost(Partner to) {
        of("update hl7_partner set lost = 0" + OF, to).update();
    }

    private void remove(Partner to, long seq) {
        of("delete from hl7_outbox" + OF + " and seq = :seq", to)
                .param("seq", seq)
                .update();
    }

    private JdbcClient.StatementSpec of(String sql, Partner to) {
        return jdbc.sql(sql)
                .param("hospital", to.hospital().value())
                .param("device", to.device().value());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Letter(
                row.getLong("seq"),
                row.getString("trigger_event"),
                row.getString("message"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(answered).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("answer_code")).orElse(""),
                Optional.ofNullable(row.getString("answer_text")).orElse(""));
    }

    private enum State {
        WAITING,
        REFUSED
    }
}
