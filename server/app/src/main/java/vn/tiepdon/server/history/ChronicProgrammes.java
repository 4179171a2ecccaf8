package vn.tiepdon.server.history;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** The chronic programmes that patients are followed in. */
@Repository
public class ChronicProgrammes {

    private final JdbcClient jdbc;

    ChronicProgrammes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that is due first in front. */
    public List<ProgrammeMembership> of(FacilityId facility, PatientId patient) {
        return jdbc.sql("""
                        select code, clinic_id, since, next_due, drug_days from chronic_programme
                        where facility_id = :facility and patient_id = :patient
                        order by next_due nulls last, code""")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query((row, n) -> new ProgrammeMembership(
                        Programme.valueOf(row.getString("code")),
                        new ClinicId(row.getInt("clinic_id")),
                        Optional.ofNullable(row.getObject("since", LocalDate.class)),
                        Optional.ofNullable(row.getObject("next_due", LocalDate.class)),
                        Optional.ofNullable(row.getObject("drug_days", Integer.class))))
                .list();
    }

    /** What a visit decides for the programmes that meet in its clinic; what it does not say stays as it was. */
    void follow(FacilityId facility, Visit visit) {
        Optional<LocalDate> next = visit.details().next();
        Optional<Integer> days = visit.details().prescriptions().stream()
                .flatMap(drug -> drug.days().stream())
                .max(Integer::compare);
        if (next.isEmpty() && days.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update chronic_programme
                        set next_due = coalesce(:next, next_due), drug_days = coalesce(:days, drug_days)
                        where facility_id = :facility and patient_id = :patient and clinic_id = :clinic""")
                .param("next", next.orElse(null), Types.DATE)
                .param("days", days.orElse(null), Types.SMALLINT)
                .param("facility", facility.value())
                .param("patient", visit.patient().value())
                .param("clinic", visit.clinic().value())
                .update();
    }
}
