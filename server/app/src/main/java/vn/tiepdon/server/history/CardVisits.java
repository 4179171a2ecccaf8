package vn.tiepdon.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.HistorySummary;
import vn.tiepdon.card.patientcard.record.VisitRecord;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;

/** Visits that a patient's card told of and the register did not know: after a restored backup, say. */
@Repository
public class CardVisits {

    private static final String LATEST = """
            select on_day, clinic, diagnosis_code from card_visit
            where facility_id = :facility and patient_id = :patient and %s
            order by on_day desc, record_hash
            limit :most
            """.formatted(SensitiveDiagnosis.noneOf("diagnosis_code"));

    private final JdbcClient jdbc;
    private final DiagnosisCatalogue names;
    private final HospitalClock clock;

    CardVisits(JdbcClient jdbc, DiagnosisCatalogue names, HospitalClock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Nothing happens when the visit is known, from the register or from a card; nor when the register knows of that day a
     * visit that was corrected, of which the card may tell as it was before. The caller holds the lock of the card,
     * so that no two tell of the same visit at once.
     *
     * @param visit believed already
     * @param hash SHA-256 of the signed record, as hex
     */
    public void keep(FacilityId facility, PatientId patient, VisitRecord visit, String hash) {
        jdbc.sql("""
                insert into card_visit (facility_id, record_hash, patient_id, on_day, facility_code, clinic,
                    diagnosis_code, next_visit, seen_at)
                select f.facility_id, :hash, :patient, :day, :code, :clinic, :diagnosis, :next, :at
                from facility f where f.facility_id = :facility
                    and not exists (select 1 from visit v where v.facility_id = f.facility_id
                        and v.patient_id = :patient and v.on_day = :day
                        and (v.diagnosis_code = :diagnosis or v.version > 1))
                    and not exists (select 1 from card_visit k where k.facility_id = f.facility_id
                        and k.patient_id = :patient and (k.record_hash = :hash
                            or k.on_day = :day and k.diagnosis_code = :diagnosis and k.clinic = :clinic))""")
                .param("facility", facility.value())
                .param("hash", hash)
                .param("patient", patient.value())
                .param("day", visit.day())
                .param("code", visit.facilityCode())
                .param("clinic", visit.clinic())
                .param("diagnosis", visit.diagnoses().get(0))
                .param("next", visit.nextVisit().orElse(null), Types.DATE)
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** As the kiosk may show them: the latest first, sensitive diagnoses left out. */
    List<HistorySummary.Visit> of(FacilityId facility, PatientId patient, int atMost) {
        return jdbc.sql(LATEST)
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("most", atMost)
                .query((row, n) -> visit(row))
                .list();
    }

    private HistorySummary.Visit visit(ResultSet row) throws SQLException {
        String clinic = row.getString("clinic");
        String code = row.getString("diagnosis_code");
        // A card carries codes only.
        String name = Icd10.parse(code)
                .flatMap(names::find)
                .map(diagnosis -> diagnosis.name().vi())
                .orElse(code);
        return new HistorySummary.Visit(
                row.getObject("on_day", LocalDate.class), new Text(clinic, clinic), code, name, true);
    }
}
