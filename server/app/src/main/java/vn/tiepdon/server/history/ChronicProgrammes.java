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

    void join(FacilityId facility, PatientId patient, ProgrammeMembership member) {
        jdbc.sql("""
                        insert into chronic_programme
                            (facility_id, patient_id, code, clinic_id, since, next_due, drug_days)
                        values (:facility, :patient, :code, :clinic, :since, :due, :days)""")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("code", member.programme().name())
                .param("clinic", member.clinic().value())
                .param("since", member.since().orElse(null), Types.DATE)
                .param("due", member.due().orElse(null), Types.DATE)
                .param("days", member.drugDays().orElse(null), Types.SMALLINT)
                .update();
    }

    /** @return false when no later day is told, or another clinic */
    boolean postpone(FacilityId facility, PatientId patient, ProgrammeMembership told) {
        return jdbc.sql("""
                        update chronic_programme set next_due = :due
                        where facility_id = :facility and patient_id = :patient and code = :code and clinic_id = :clinic
                            and (next_due is null or next_due < :due)""")
                        .param("due", told.due().orElseThrow())
                        .param("facility", facility.value())
                        .param("patient", patient.value())
                        .param("code", told.programme().name())
                        .param("clinic", told.clinic().value())
                        .update()
                > 0;
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
