package vn.tiepdon.simulator.bench.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import vn.tiepdon.simulator.harness.ServerDatabase;

/** The same question by JDBC alone, prepared once: nobody is asked who asks, nothing is written down. */
final class BareSql extends Side {

    private static final String SQL = """
            select p.full_name, p.birth_date, p.sex,
                (select h.id_value from patient_identifier h where h.facility_id = p.facility_id
                    and h.patient_id = p.patient_id and h.kind = 'HOSPITAL' and h.valid_to is null) as hospital_code,
                v.on_day, v.kind, v.diagnosis_code, v.diagnosis_vi, v.diagnosis_en, v.doctor, v.next_visit,
                c.name_vi, c.name_en
            from patient p
            left join visit v on v.facility_id = p.facility_id and v.patient_id = p.patient_id
            left join clinic c on c.facility_id = v.facility_id and c.clinic_id = v.clinic_id
            where p.facility_id = ? and p.patient_id = (
                select i.patient_id from patient_identifier i
                where i.facility_id = ? and i.kind = 'NATIONAL' and i.current_value = ?)
            order by v.on_day desc, v.visit_id desc
            limit 10
            """;

    private final ServerDatabase database;

    BareSql(ServerDatabase database, List<Question> questions) {
        super(questions);
        this.database = database;
    }

    @Override
    Asking connect() throws SQLException {
        Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(SQL);
        return new Asking() {
            @Override
            public boolean answered(Question question) throws SQLException {
                statement.setInt(1, question.facility());
                statement.setInt(2, question.facility());
                statement.setString(3, question.number());
                int rows = 0;
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        rows++;
                        for (int i = 1; i <= 13; i++) {
                            row.getString(i);
                        }
                    }
                }
                return rows > 0;
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
