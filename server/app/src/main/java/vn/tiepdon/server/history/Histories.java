package vn.tiepdon.server.history;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.HistorySummary;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Reads a patient's record: one query for visits, one for those that only cards know, one for programmes. */
@Repository
public class Histories {

    private static final int VISITS = 10;

    private static final String LAST_VISITS = """
            select v.on_day, v.clinic_id, c.name_vi, c.name_en, v.diagnosis_code, v.diagnosis_vi
            from visit v join clinic c on c.facility_id = v.facility_id and c.clinic_id = v.clinic_id
            where v.facility_id = :facility and v.patient_id = :patient and %s
            order by v.on_day desc, v.visit_id desc
            limit :visits
            """.formatted(SensitiveDiagnosis.noneOf("v.diagnosis_code"));

    private static final String PROGRAMMES = """
            select code, clinic_id, next_due from chronic_programme
            where facility_id = :facility and patient_id = :patient
            order by next_due nulls last, code
            """;

    private final JdbcClient jdbc;
    private final CardVisits cardVisits;

    Histories(JdbcClient jdbc, CardVisits cardVisits) {
        this.jdbc = jdbc;
        this.cardVisits = cardVisits;
    }

    /** What the kiosk may use: sensitive diagnoses are left out, ten visits at most, the latest first. */
    public PatientHistory of(FacilityId facility, PatientId patient) {
        List<Visited> visits = jdbc.sql(LAST_VISITS)
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("visits", VISITS)
                .query((row, n) -> new Visited(
                        new ClinicId(row.getInt("clinic_id")),
                        new HistorySummary.Visit(
                                row.getObject("on_day", LocalDate.class),
                                new Text(row.getString("name_vi"), row.getString("name_en")),
                                row.getString("diagnosis_code"),
                                row.getString("diagnosis_vi"))))
                .list();
        List<Followed> programmes = jdbc.sql(PROGRAMMES)
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query((row, n) -> new Followed(
                        new ClinicId(row.getInt("clinic_id")),
                        Programme.valueOf(row.getString("code")).due(row.getObject("next_due", LocalDate.class))))
                .list();
        return new PatientHistory(
                new HistorySummary(
                        withThoseOfCards(facility, patient, visits),
                        programmes.stream().map(Followed::programme).toList()),
                programmes.stream().map(Followed::clinic).distinct().toList(),
                visits.stream().findFirst().map(Visited::clinic));
    }

    private List<HistorySummary.Visit> withThoseOfCards(FacilityId facility, PatientId patient, List<Visited> visits) {
        return Stream.concat(visits.stream().map(Visited::visit), cardVisits.of(facility, patient, VISITS).stream())
                .sorted(Comparator.comparing(HistorySummary.Visit::day).reversed())
                .limit(VISITS)
                .toList();
    }

    private record Visited(ClinicId clinic, HistorySummary.Visit visit) {}

    private record Followed(ClinicId clinic, HistorySummary.Programme programme) {}
}
