package vn.tiepdon.simulator.bench.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import vn.tiepdon.simulator.harness.ServerDatabase;

/**
 * What the database holds of a set, by the eyes of an outside witness; the server is stopped.
 *
 * @param visits rows
 * @param different visits by the other system's number
 */
record Kept(int visits, int different, int prescriptions, int patients) {

    static Kept read(ServerDatabase database) throws SQLException {
        String visits = "from visit where source_id like '" + InsuranceSet.SOURCE + "%'";
        try (Connection connection = database.connect()) {
            return new Kept(
                    count(connection, "select count(*) " + visits),
                    count(connection, "select count(distinct source_id) " + visits),
                    count(
                            connection,
                            "select count(*) from prescription where visit_id in (select visit_id " + visits + ")"),
                    count(
                            connection,
                            "select count(*) from patient_identifier where kind = 'HOSPITAL' and id_value like '"
                                    + InsuranceSet.PATIENT + "%'"));
        }
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Visits, drugs and patients that are there more often than told. */
    int doubled(InsuranceSet set) {
        return visits
                - different
                + Math.max(0, prescriptions - set.prescriptions())
                + Math.max(0, patients - set.patients());
    }

    /** Visits, drugs and patients that are not there. */
    int missing(InsuranceSet set) {
        return set.records()
                - different
                + Math.max(0, set.prescriptions() - prescriptions)
                + Math.max(0, set.patients() - patients);
    }
}
