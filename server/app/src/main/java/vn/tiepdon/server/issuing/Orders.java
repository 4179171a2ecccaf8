package vn.tiepdon.server.issuing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.desk.CardAct;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.CardOrderReason;
import vn.tiepdon.api.desk.CardOrderState;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** The orders of a hospital's desks. */
@Repository
class Orders {

    private final JdbcClient jdbc;

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Order order) {
        jdbc.sql("""
                insert into card_order (facility_id, order_id, kind, reason, patient_id, state, card_id, batch_id,
                    ordered_by, made_at, expires_at, closed_at)
                values (:facility, :id, :kind, :reason, :patient, :state, :card, :batch, :by, :made, :expires, :closed)
                """)
                .param("facility", order.facility().value())
                .param("id", order.id().toString())
                .param("kind", order.kind().name())
                .param("reason", name(order.reason()))
                .param("patient", order.patient().value())
                .param("state", order.state().name())
                .param("card", order.cardId())
                .param("batch", order.batch() == null ? null : order.batch().toString())
                .param("by", order.orderedBy())
                .param("made", utc(order.made()))
                .param("expires", utc(order.expires()))
                .param("closed", utc(order.closed()))
                .update();
    }

    /** @throws OrderRefusedException when this hospital has no such order */
    Order get(FacilityId facility, UUID id) {
        return find(facility, id, "").orElseThrow(() -> unknown(id));
    }

    /**
     * Nobody else changes it until the transaction ends.
     *
     * @throws OrderRefusedException when this hospital has no such order
     */
    Order lock(FacilityId facility, UUID id) {
        return find(facility, id, "for update").orElseThrow(() -> unknown(id));
    }

    void save(Order order) {
        Order.Step step = order.step();
        jdbc.sql("""
                update card_order set state = :state, act = :act, serial = :serial, card_id = :card,
                    key_version = :version, device_id = :device, fault = :fault, closed_at = :closed
                where facility_id = :facility and order_id = :id
                """)
                .param("state", order.state().name())
                .param("act", step == null ? null : step.act().name())
                .param("serial", step == null ? null : step.serial())
                .param("card", order.cardId())
                .param("version", step == null ? null : step.keyVersion())
                .param("device", order.device() == null ? null : order.device().value())
                .param("fault", name(order.fault()))
                .param("closed", utc(order.closed()))
                .param("facility", order.facility().value())
                .param("id", order.id().toString())
                .update();
    }

    /** The latest first. */
    List<Order> of(FacilityId facility, PatientId patient, int most) {
        return jdbc.sql("""
                select * from card_order where facility_id = :facility and patient_id = :patient
                order by made_at desc, order_id limit :most
                """)
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("most", most)
                .query(Orders::order)
                .list();
    }

    private Optional<Order> find(FacilityId facility, UUID id, String how) {
        return jdbc.sql("select * from card_order where facility_id = :facility and order_id = :id " + how)
                .param("facility", facility.value())
                .param("id", id.toString())
                .query(Orders::order)
                .optional();
    }

    private static OrderRefusedException unknown(UUID id) {
        return new OrderRefusedException(FaultCode.CARD_ORDER_UNKNOWN, "order " + id);
    }

    private static Order order(ResultSet row, int number) throws SQLException {
        String act = row.getString("act");
        String batch = row.getString("batch_id");
        String device = row.getString("device_id");
        return new Order(
                UUID.fromString(row.getString("order_id")),
                new FacilityId(row.getInt("facility_id")),
                new PatientId(row.getLong("patient_id")),
                CardOrderKind.valueOf(row.getString("kind")),
                valueOf(CardOrderReason.class, row.getString("reason")),
                CardOrderState.valueOf(row.getString("state")),
                act == null
                        ? null
                        : new Order.Step(CardAct.valueOf(act), row.getString("serial"), row.getInt("key_version")),
                row.getString("card_id"),
                device == null ? null : new DeviceId(device),
                batch == null ? null : UUID.fromString(batch),
                valueOf(FaultCode.class, row.getString("fault")),
                row.getString("ordered_by"),
                instant(row, "made_at"),
                instant(row, "expires_at"),
                instant(row, "closed_at"));
    }

    private static <E extends Enum<E>> E valueOf(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
