package vn.tiepdon.simulator.bench.kill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.tiepdon.simulator.harness.ServerDatabase;

/**
 * The database seen past the server: only then does the judgement not rest on what is judged. Needs a stopped server
 * on H2.
 */
record LedgerReader(ServerDatabase database) {

    Ledger read() throws SQLException {
        try (Connection connection = database.connect()) {
            return new Ledger(tickets(connection), counters(connection), missingEvents(connection), torn(connection));
        }
    }

    private static List<Issued> tickets(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                        select t.ticket_id, c.code, t.business_day, t.number, i.current_value
                          from ticket t
                          join clinic c on c.facility_id = t.facility_id and c.clinic_id = t.clinic_id
                          join patient_identifier i on i.facility_id = t.facility_id
                           and i.patient_id = t.patient_id and i.kind = 'HOSPITAL' and i.current_value is not null
                        """);
                ResultSet rows = query.executeQuery()) {
            List<Issued> tickets = new ArrayList<>();
            while (rows.next()) {
                Slot slot = new Slot(rows.getString(2), rows.getObject(3, LocalDate.class), rows.getInt(4));
                tickets.add(new Issued(UUID.fromString(rows.getString(1)), slot, rows.getString(5)));
            }
            return tickets;
        }
    }

    private static Map<Slot.Queue, Integer> counters(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                        select c.code, n.business_day, n.last_number
                          from ticket_counter n
                          join clinic c on c.facility_id = n.facility_id and c.clinic_id = n.clinic_id
                        """);
                ResultSet rows = query.executeQuery()) {
            Map<Slot.Queue, Integer> counters = new HashMap<>();
            while (rows.next()) {
                counters.put(new Slot.Queue(rows.getString(1), rows.getObject(2, LocalDate.class)), rows.getInt(3));
            }
            return counters;
        }
    }

    private static int missingEvents(Connection connection) throws SQLException {
        return count(connection, """
                        select coalesce(sum(s.last_seq - (select count(*) from event e
                                                           where e.facility_id = s.facility_id
                                                             and e.seq between 1 and s.last_seq)), 0)
                          from event_sequence s
                        """);
    }

    private static int torn(Connection connection) throws SQLException {
        return count(connection, """
                        select (select count(*) from ticket
                                 where ticket_id not in (select ticket_id from event where kind = 'ticket-issued'))
                             + (select count(*) from ticket
                                 where ticket_id not in (select ticket_id from check_in))
                             + (select count(*) from event e
                                  join event_sequence s on s.facility_id = e.facility_id
                                 where e.seq > s.last_seq)
                             + (select count(*)
                                  from ticket_counter n
                                  left join (select facility_id, clinic_id, business_day, max(number) as highest
                                               from ticket group by facility_id, clinic_id, business_day) t
                                    on t.facility_id = n.facility_id and t.clinic_id = n.clinic_id
                                   and t.business_day = n.business_day
                                 where n.last_number <> coalesce(t.highest, 0))
                        """);
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
