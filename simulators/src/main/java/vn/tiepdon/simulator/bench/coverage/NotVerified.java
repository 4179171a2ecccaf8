package vn.tiepdon.simulator.bench.coverage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import vn.tiepdon.simulator.harness.ServerDatabase;

/** Why the server could not say at once whether somebody is insured, as its database knows afterwards. */
enum NotVerified {
    /** The gateway was left alone, for it had failed again and again. */
    BREAKER,
    /** More asked at once than may. */
    RATE,
    /** No answer while the patient waited. */
    SLOW,
    /** Another answer than one about a card, or none. */
    ERROR;

    private static NotVerified of(String code) {
        return switch (code) {
            case "PAUSED" -> BREAKER;
            case "CROWDED" -> RATE;
            case "TIMEOUT" -> SLOW;
            default -> ERROR;
        };
    }

    /** @param after number of the last patient who does not count */
    static Map<NotVerified, Integer> count(ServerDatabase database, int after) throws SQLException {
        Map<NotVerified, Integer> counts = new EnumMap<>(NotVerified.class);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select told_code, count(*) from coverage_check"
                        + " where told in ('GATEWAY_FAULT', 'OUR_CONFIGURATION') and told_code is not null and patient_id > "
                        + after
                        + " group by told_code")) {
            while (rows.next()) {
                counts.merge(of(rows.getString(1)), rows.getInt(2), Integer::sum);
            }
        }
        return counts;
    }
}
