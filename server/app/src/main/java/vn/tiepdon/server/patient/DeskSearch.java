package vn.tiepdon.server.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.FacilityId;

/** What reception types into one box: a number, a hospital code or its beginning, or the beginning of a name. */
@Repository
class DeskSearch {

    private static final String ENTRY = """
            select p.full_name, p.birth_date, p.sex, h.id_value as hospital_code,
                (select i.id_value from patient_identifier i where i.facility_id = p.facility_id
                    and i.patient_id = p.patient_id and i.kind = 'NATIONAL' and i.valid_to is null) as national_number,
                (select i.id_value from patient_identifier i where i.facility_id = p.facility_id
                    and i.patient_id = p.patient_id and i.kind = 'INSURANCE' and i.valid_to is null) as insurance_number,
                (select string_agg(c.code, ',') from chronic_programme c where c.facility_id = p.facility_id
                    and c.patient_id = p.patient_id) as programmes
            from patient p
            left join patient_identifier h on h.facility_id = p.facility_id and h.patient_id = p.patient_id
                and h.kind = 'HOSPITAL' and h.valid_to is null
            where p.facility_id = :facility
            """;

    private static final String BY_NUMBER = ENTRY + """
            and p.patient_id = (select i.patient_id from patient_identifier i
                where i.facility_id = :facility and i.kind = :kind and i.current_value = :value)
            """;

    private static final String BY_BEGINNING = ENTRY + """
            and (p.search_name like :name or h.current_value like :code)
            order by p.patient_id
            limit :limit
            """;

    private final JdbcClient jdbc;

    DeskSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PatientEntry> find(FacilityId facility, String query, int limit) {
        Optional<TypedNumbers.Number> number = TypedNumbers.parse(query);
        return number.isPresent() ? byNumber(facility, number.get()) : byBeginning(facility, query, limit);
    }

    private List<PatientEntry> byNumber(FacilityId facility, TypedNumbers.Number number) {
        return jdbc.sql(BY_NUMBER)
                .param("facility", facility.value())
                .param("kind", number.kind().name())
                .param("value", number.value())
                .query(DeskSearch::entry)
                .list();
    }

    private List<PatientEntry> byBeginning(FacilityId facility, String text, int limit) {
        String letters = SearchName.of(text);
        if (letters.isEmpty() && !text.isBlank()) {
            return List.of();
        }
        return jdbc.sql(BY_BEGINNING)
                .param("facility", facility.value())
                .param("name", letters + "%")
                .param("code", letters.toUpperCase(Locale.ROOT) + "%")
                .param("limit", limit)
                .query(DeskSearch::entry)
                .list();
    }

    private static PatientEntry entry(ResultSet row, int number) throws SQLException {
        String programmes = row.getString("programmes");
        return new PatientEntry(
                row.getString("hospital_code"),
                row.getString("full_name"),
                row.getString("birth_date"),
                Sex.valueOf(row.getString("sex")),
                row.getString("national_number"),
                row.getString("insurance_number"),
                programmes == null
                        ? List.of()
                        : List.of(programmes.split(",")).stream().sorted().toList());
    }
}
