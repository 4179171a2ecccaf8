package vn.tiepdon.simulator.harness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a load needs to know of the hospital, straight from its database. On H2 the server has to be stopped. */
public record HospitalBooks(ServerDatabase database) {

    private static final Pattern TICKET = Pattern.compile("\"ticket\":\"([0-9a-f-]{36})\"");

    /** Hospital codes of all patients. */
    public List<String> patients() throws SQLException {
        return texts("select current_value from patient_identifier where kind = 'HOSPITAL'"
                + " and current_value is not null order by 1");
    }

    /** Codes of those that a kiosk offers: nobody checks in at a laboratory or a cashier. */
    public List<String> clinics() throws SQLException {
        return texts("select code from clinic where kind = 'CLINIC' order by sort_order");
    }

    /** Tickets of all calls, one for each call. */
    public List<String> called() throws SQLException {
        return texts("select payload from event where kind = 'ticket-called' order by 1").stream()
                .map(TICKET::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
