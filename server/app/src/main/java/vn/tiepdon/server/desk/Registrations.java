package vn.tiepdon.server.desk;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierTakenException;
import vn.tiepdon.server.patient.Lookalike;
import vn.tiepdon.server.patient.Lookalikes;
import vn.tiepdon.server.patient.NewPatient;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientRegister;
import vn.tiepdon.server.staff.StaffMember;

/** Enters a person once for each form, and only after the desk has seen who is much alike. */
@Service
class Registrations {

    private final PatientRegister register;
    private final Lookalikes lookalikes;
    private final JdbcClient jdbc;
    private final HospitalClock clock;
    private final TransactionTemplate transaction;

    Registrations(
            PatientRegister register,
            Lookalikes lookalikes,
            JdbcClient jdbc,
            HospitalClock clock,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.lookalikes = lookalikes;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param reason why somebody new although somebody is much alike; empty when nobody asked yet
     * @throws IdentifierTakenException when another has entered one of the numbers meanwhile
     */
    Registered enter(StaffMember by, UUID form, NewPatient person, String reason) {
        try {
            return transaction.execute(status -> decide(by, form, person, reason));
        } catch (DuplicateKeyException | IdentifierTakenException clash) {
            // Sent twice at once: the other has entered whom this one was about to enter.
            return new Registered.Done(before(by.facility(), form).orElseThrow(() -> clash));
        }
    }

    private Registered decide(StaffMember by, UUID form, NewPatient person, String reason) {
        Optional<PatientId> before = before(by.facility(), form);
        if (before.isPresent()) {
            return new Registered.Done(before.get());
        }
        List<Lookalike> alike = lookalikes.of(by.facility(), person);
        if (alike.stream().anyMatch(Lookalike::named) || !alike.isEmpty() && reason.isEmpty()) {
            return new Registered.Asked(alike);
        }
        PatientId patient = register.register(by.facility(), person, by.login());
        jdbc.sql("""
                insert into desk_registration (facility_id, registration_id, patient_id, reason, made_at, made_by)
                values (:facility, :form, :patient, :reason, :at, :by)""")
                .param("facility", by.facility().value())
                .param("form", form.toString())
                .param("patient", patient.value())
                .param("reason", reason.isEmpty() ? null : reason)
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .param("by", by.login())
                .update();
        return new Registered.Done(patient);
    }

    /** Whom a form that came before has entered. */
    private Optional<PatientId> before(FacilityId facility, UUID form) {
        return jdbc.sql("""
                select patient_id from desk_registration where facility_id = :facility and registration_id = :form""")
                .param("facility", facility.value())
                .param("form", form.toString())
                .query((row, n) -> new PatientId(row.getLong("patient_id")))
                .optional();
    }
}
