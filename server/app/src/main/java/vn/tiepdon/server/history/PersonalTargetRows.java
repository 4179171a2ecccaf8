package vn.tiepdon.server.history;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Personal targets in their table. */
@Repository
class PersonalTargetRows {

    private static final String OF_PATIENT = """
            select kind, low, high, set_by, set_on, version from personal_target
            where facility_id = :facility and patient_id = :patient""";

    private final JdbcClient jdbc;

    PersonalTargetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was last decided about one kind.
     *
     * @param range empty when the general target was made to hold again
     */
    record Row(ObservationKind kind, Optional<TargetRange> range, String by, LocalDate on, int version) {}

    List<Row> of(FacilityId facility, PatientId patient) {
        return read(OF_PATIENT, facility, patient);
    }

    /** For this transaction alone. */
    List<Row> locked(FacilityId facility, PatientId patient) {
        return read(OF_PATIENT + " for update", facility, patient);
    }

    private List<Row> read(String sql, FacilityId facility, PatientId patient) {
        return jdbc
                .sql(sql)
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query((row, n) -> row(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(Row::kind))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        Optional<BigDecimal> low = Optional.ofNullable(row.getBigDecimal("low"));
        Optional<BigDecimal> high = Optional.ofNullable(row.getBigDecimal("high"));
        return new Row(
                ObservationKind.valueOf(row.getString("kind")),
                low.isPresent() || high.isPresent() ? Optional.of(new TargetRange(low, high)) : Optional.empty(),
                row.getString("set_by"),
                row.getObject("set_on", LocalDate.class),
                row.getInt("version"));
    }

    /** The first version is a row more, each later one takes the place of the one before. */
    void write(FacilityId facility, PatientId patient, Row row) {
        String sql = row.version() == 1 ? """
                insert into personal_target (facility_id, patient_id, kind, low, high, set_by, set_on, version)
                values (:facility, :patient, :kind, :low, :high, :by, :on, :version)""" : """
                update personal_target set low = :low, high = :high, set_by = :by, set_on = :on, version = :version
                where facility_id = :facility and patient_id = :patient and kind = :kind""";
        jdbc.sql(sql)
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("kind", row.kind().name())
                .param("low", row.range().flatMap(TargetRange::low).orElse(null), Types.NUMERIC)
                .param("high", row.range().flatMap(TargetRange::high).orElse(null), Types.NUMERIC)
                .param("by", row.by())
                .param("on", row.on())
                .param("version", row.version())
                .update();
    }
}
