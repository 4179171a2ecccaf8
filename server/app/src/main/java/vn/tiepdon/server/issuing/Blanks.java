package vn.tiepdon.server.issuing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;

/** The stock of blank cards. */
@Repository
class Blanks {

    private static final int MOST_DELIVERIES = 50;

    private final JdbcClient jdbc;

    Blanks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were made together, and how many of them are where. */
    record Delivery(UUID id, Instant made, int prepared, int inStock, int used, int spoiled) {}

    void add(FacilityId facility, UUID delivery, List<Blank> blanks, String by, Instant now) {
        for (Blank blank : blanks) {
            jdbc.sql("""
                    insert into card_blank (facility_id, serial, delivery, transport_keys, state, made_at, made_by,
                        changed_at, changed_by)
                    values (:facility, :serial, :delivery, :keys, 'PREPARED', :now, :by, :now, :by)
                    """)
                    .param("facility", facility.value())
                    .param("serial", blank.serial())
                    .param("delivery", delivery.toString())
                    .param("keys", blank.transportKeys())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("by", by)
                    .update();
        }
    }

    /** The generation of its transport keys; empty unless it may still become a card. */
    Optional<Integer> usable(FacilityId facility, String serial) {
        return jdbc.sql("""
                select transport_keys from card_blank
                where facility_id = :facility and serial = :serial and state in ('PREPARED', 'IN_STOCK')
                """)
                .param("facility", facility.value())
                .param("serial", serial)
                .query(Integer.class)
                .optional();
    }

    /** @return whether it was there and not over yet */
    boolean close(FacilityId facility, String serial, Blank.State to, String by, Instant now) {
        return jdbc.sql("""
                update card_blank set state = :to, changed_at = :now, changed_by = :by
                where facility_id = :facility and serial = :serial and state in ('PREPARED', 'IN_STOCK')
                """)
                        .param("to", to.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("facility", facility.value())
                        .param("serial", serial)
                        .update()
                == 1;
    }

    /** @return how many came into the stock */
    int stock(FacilityId facility, UUID delivery, String by, Instant now) {
        return jdbc.sql("""
                update card_blank set state = 'IN_STOCK', changed_at = :now, changed_by = :by
                where facility_id = :facility and delivery = :delivery and state = 'PREPARED'
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("facility", facility.value())
                .param("delivery", delivery.toString())
                .update();
    }

    /** Whose applet is still to be loaded, in the order of their serials. */
    List<Blank> prepared(FacilityId facility, UUID delivery) {
        return jdbc.sql("""
                select serial, transport_keys from card_blank
                where facility_id = :facility and delivery = :delivery and state = 'PREPARED' order by serial
                """)
                .param("facility", facility.value())
                .param("delivery", delivery.toString())
                .query((row, n) -> new Blank(row.getString("serial"), row.getInt("transport_keys")))
                .list();
    }

    Map<Blank.State, Integer> counts(FacilityId facility) {
        Map<Blank.State, Integer> counts = new EnumMap<>(Blank.State.class);
        for (Blank.State state : Blank.State.values()) {
            counts.put(state, 0);
        }
        jdbc.sql("select state, count(*) as n from card_blank where facility_id = :facility group by state")
                .param("facility", facility.value())
                .query(row -> {
                    counts.put(Blank.State.valueOf(row.getString("state")), row.getInt("n"));
                });
        return counts;
    }

    /** The latest first. */
    List<Delivery> deliveries(FacilityId facility) {
        return jdbc.sql("""
                select delivery, min(made_at) as made_at,
                    sum(case when state = 'PREPARED' then 1 else 0 end) as prepared,
                    sum(case when state = 'IN_STOCK' then 1 else 0 end) as in_stock,
                    sum(case when state = 'USED' then 1 else 0 end) as used,
                    sum(case when state = 'SPOILED' then 1 else 0 end) as spoiled
                from card_blank where facility_id = :facility
                group by delivery order by 2 desc, 1 limit :most
                """)
                .param("facility", facility.value())
                .param("most", MOST_DELIVERIES)
                .query(Blanks::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                UUID.fromString(row.getString("delivery")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getInt("prepared"),
                row.getInt("in_stock"),
                row.getInt("used"),
                row.getInt("spoiled"));
    }
}
