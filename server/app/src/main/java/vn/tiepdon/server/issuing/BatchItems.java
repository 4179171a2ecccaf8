package vn.tiepdon.server.issuing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** The patients of the batches, one by one. */
@Repository
class BatchItems {

    /** A patient whose cards fail this often is no longer held against the next ones. */
    static final int MOST_TRIES = 3;

    /** Another blank would not help. */
    private static final Set<FaultCode> OF_THE_PATIENT = EnumSet.of(
            FaultCode.CARD_DATA_TOO_LONG, FaultCode.CARD_IN_FORCE, FaultCode.PATIENT_UNKNOWN, FaultCode.CARD_MISSING);

    private final JdbcClient jdbc;

    BatchItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum State {
        WAITING,
        ISSUED,
        FAILED
    }

    /** @param liveOrder of it that is still open; null when there is none */
    record Next(int item, PatientId patient, UUID liveOrder) {}

    /** One that did not work. */
    record Failed(int item, PatientId patient, FaultCode fault) {}

    void add(FacilityId facility, UUID batch, Collection<PatientId> patients, Instant now) {
        int item = 0;
        for (PatientId patient : patients) {
            jdbc.sql("""
                    insert into card_batch_item (facility_id, batch_id, item, patient_id, state, tries, changed_at)
                    values (:facility, :batch, :item, :patient, 'WAITING', 0, :now)
                    """)
                    .param("facility", facility.value())
                    .param("batch", batch.toString())
                    .param("item", ++item)
                    .param("patient", patient.value())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Who is next for this member of staff: whoever waits and is in nobody else's hands. */
    Optional<Next> next(FacilityId facility, UUID batch, String login, Instant now) {
        return jdbc.sql("""
                select i.item, i.patient_id, o.order_id as live from card_batch_item i
                left join card_order o on o.facility_id = i.facility_id and o.order_id = i.order_id
                    and o.state not in ('DONE', 'FAILED') and o.expires_at > :now
                where i.facility_id = :facility and i.batch_id = :batch and i.state = 'WAITING'
                    and (o.order_id is null or (o.state = 'WAITING' and o.ordered_by = :login))
                order by i.tries, i.item limit 1
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("facility", facility.value())
                .param("batch", batch.toString())
                .param("login", login)
                .query((row, n) -> {
                    String live = row.getString("live");
                    return new Next(
                            row.getInt("item"),
                            new PatientId(row.getLong("patient_id")),
                            live == null ? null : UUID.fromString(live));
                })
                .optional();
    }

    void ordered(FacilityId facility, UUID batch, int item, UUID order, Instant now) {
        jdbc.sql("""
                update card_batch_item set order_id = :order, changed_at = :now
                where facility_id = :facility and batch_id = :batch and item = :item
                """)
                .param("order", order.toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("facility", facility.value())
                .param("batch", batch.toString())
                .param("item", item)
                .update();
    }

    /** Nothing happens for an order that is of no batch. */
    void issued(Order order, Instant now) {
        if (order.batch() != null) {
            close(order, State.ISSUED, null, 0, now);
        }
    }

    /** A blank or reader that failed leaves the patient waiting for another, behind those who had no turn yet. */
    void failed(Order order, Instant now) {
        if (order.batch() == null) {
            return;
        }
        int tries = jdbc.sql("""
                select tries from card_batch_item
                where facility_id = :facility and batch_id = :batch and order_id = :order
                """)
                        .param("facility", order.facility().value())
                        .param("batch", order.batch().toString())
                        .param("order", order.id().toString())
                        .query(Integer.class)
                        .optional()
                        .orElse(0)
                + 1;
        boolean over = tries >= MOST_TRIES || OF_THE_PATIENT.contains(order.fault());
        close(order, over ? State.FAILED : State.WAITING, over ? order.fault() : null, tries, now);
    }

    /** Could not even be ordered. */
    void refused(FacilityId facility, UUID batch, int item, FaultCode why, Instant now) {
        jdbc.sql("""
                update card_batch_item set state = 'FAILED', fault = :fault, changed_at = :now
                where facility_id = :facility and batch_id = :batch and item = :item and state = 'WAITING'
                """)
                .param("fault", why.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("facility", facility.value())
                .param("batch", batch.toString())
                .param("item", item)
                .update();
    }

    /** @return how many wait again */
    int retry(FacilityId facility, UUID batch, Instant now) {
        return jdbc.sql("""
                update card_batch_item set state = 'WAITING', fault = null, tries = 0, changed_at = :now
                where facility_id = :facility and batch_id = :batch and state = 'FAILED'
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("facility", facility.value())
                .param("batch", batch.toString())
                .update();
    }

    Map<State, Integer> counts(FacilityId facility, UUID batch) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        jdbc.sql("""
                select state, count(*) as n from card_batch_item
                where facility_id = :facility and batch_id = :batch group by state
                """)
                .param("facility", facility.value())
                .param("batch", batch.toString())
                .query(row -> {
                    counts.put(State.valueOf(row.getString("state")), row.getInt("n"));
                });
        return counts;
    }

    List<Failed> failures(FacilityId facility, UUID batch, int most) {
        return jdbc.sql("""
                select item, patient_id, fault from card_batch_item
                where facility_id = :facility and batch_id = :batch and state = 'FAILED' order by item limit :most
                """)
                .param("facility", facility.value())
                .param("batch", batch.toString())
                .param("most", most)
                .query((row, n) -> new Failed(
                        row.getInt("item"),
                        new PatientId(row.getLong("patient_id")),
                        FaultCode.valueOf(row.getString("fault"))))
                .list();
    }

    private void close(Order order, State state, FaultCode fault, int tries, Instant now) {
        jdbc.sql("""
                update card_batch_item set state = :state, fault = :fault, tries = :tries, changed_at = :now
                where facility_id = :facility and batch_id = :batch and order_id = :order
                """)
                .param("state", state.name())
                .param("fault", fault == null ? null : fault.name())
                .param("tries", tries)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("facility", order.facility().value())
                .param("batch", order.batch().toString())
                .param("order", order.id().toString())
                .update();
    }
}
