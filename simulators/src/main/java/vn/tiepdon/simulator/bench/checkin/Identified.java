package vn.tiepdon.simulator.bench.checkin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import vn.tiepdon.simulator.harness.ServerDatabase;

/** All patients, as if a kiosk had identified them: the check-in is to be measured, not what comes before it. */
record Identified(ServerDatabase database) {

    private static final int AT_ONCE = 1000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalTime DAY_STARTS = LocalTime.of(3, 0);

    /** @return the patients, numbered from 1 */
    int prepare(String device) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            int patients = count(connection);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into identification (facility_id, identification_id, device_id, patient_id, method, level,"
                            + " business_day, made_at) values (1, ?, ?, ?, 'TYPED_NUMBER', 'CLAIMED', ?, ?)")) {
                for (int patient = 1; patient <= patients; patient++) {
                    insert.setString(1, Wishes.identificationOf(patient).toString());
                    insert.setString(2, device);
                    insert.setLong(3, patient);
                    insert.setObject(4, businessDay(Clock.systemUTC()));
                    insert.setTimestamp(5, Timestamp.from(Clock.systemUTC().instant()));
                    insert.addBatch();
                    if (patient % AT_ONCE == 0 || patient == patients) {
                        insert.executeBatch();
                    }
                }
            }
            connection.commit();
            return patients;
        }
    }

    /** The invented hospital's: docs/queue.md. */
    static LocalDate businessDay(Clock clock) {
        ZonedDateTime now = clock.instant().atZone(ZONE);
        return now.toLocalTime().isBefore(DAY_STARTS) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
    }

    private static int count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*), max(patient_id) from patient")) {
            rows.next();
            if (rows.getInt(1) != rows.getInt(2)) {
                throw new SQLException("the patients are not numbered from 1 without holes");
            }
            return rows.getInt(1);
        }
    }

    /** Everybody has been seen: each patient may come to each clinic once more. */
    void endAll() throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update ticket set open_patient_id = null, state = 'DONE'" + " where open_patient_id is not null");
            statement.execute("vacuum analyze ticket");
        }
    }
}
