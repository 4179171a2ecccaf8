package vn.tiepdon.server.history;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.StaffMember;

/** A patient's emergency data and medication as the desk reads and changes them: whole, on record, and told further. */
@Service
public class MedicalData {

    private final EmergencyTables emergencies;
    private final MedicationTables medications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final Facilities facilities;
    private final HospitalClock clock;
    private final TransactionTemplate transaction;

    MedicalData(
            EmergencyTables emergencies,
            MedicationTables medications,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            Facilities facilities,
            HospitalClock clock,
            PlatformTransactionManager transactions) {
        this.emergencies = emergencies;
        this.medications = medications;
        this.audit = audit;
        this.publisher = publisher;
        this.facilities = facilities;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Kept<EmergencyData> emergency(FacilityId facility, PatientId patient) {
        return emergencies.read(facility, patient);
    }

    public Kept<List<Drug>> medication(FacilityId facility, PatientId patient) {
        return medications.read(facility, patient);
    }

    /** @param seen the version that the page was made with; saving the same again says that it is right today */
    public Saved saveEmergency(StaffMember by, String source, PatientId patient, EmergencyData data, int seen) {
        Kept<EmergencyData> next = new Kept<>(data, today(by), seen + 1);
        if (CardContent.emergency(next).isEmpty()) {
            return Saved.DOES_NOT_FIT;
        }
        return save(by, source, patient, "patient.emergency", facility -> emergencies.write(facility, patient, next));
    }

    /** The same for the drugs in use; an empty list says that there are none. */
    public Saved saveMedication(StaffMember by, String source, PatientId patient, List<Drug> drugs, int seen) {
        Kept<List<Drug>> next = new Kept<>(drugs, today(by), seen + 1);
        if (CardContent.medication(next).isEmpty()) {
            return Saved.DOES_NOT_FIT;
        }
        return save(by, source, patient, "patient.medication", facility -> medications.write(facility, patient, next));
    }

    private Saved save(StaffMember by, String source, PatientId patient, String action, Predicate<FacilityId> write) {
        try {
            return transaction.execute(status -> {
                if (!write.test(by.facility())) {
                    return Saved.STALE;
                }
                String object = "patient " + patient.value();
                audit.append(new AuditEntry(by.facility(), by.login(), source, action, object, "ok"));
                publisher.publishEvent(new MedicalDataChanged(by.facility(), patient));
                return Saved.DONE;
            });
        } catch (DuplicateKeyException twoWereFirst) {
            return Saved.STALE;
        }
    }

    private LocalDate today(StaffMember by) {
        return clock.today(facilities.get(by.facility())).date();
    }
}
