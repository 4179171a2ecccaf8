package vn.tiepdon.server.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.history.Allergy;
import vn.tiepdon.server.history.DiagnosisCatalogue;
import vn.tiepdon.server.history.Drug;
import vn.tiepdon.server.history.EmergencyData;
import vn.tiepdon.server.history.Kept;
import vn.tiepdon.server.history.MedicalData;
import vn.tiepdon.server.history.Saved;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;

/** One patient's page: what is kept, or what was typed and why it was not kept. */
@Component
class PatientFile {

    static final String PAGE = "desk/patient";

    private final Patients patients;
    private final MedicalData data;
    private final FormReader forms;
    private final DiagnosisCatalogue catalogue;
    private final AuditTrail audit;
    private final Facilities facilities;
    private final HospitalClock clock;
    private final PatientRecord record;
    private final ObjectProvider<PatientSection> sections;

    PatientFile(
            Patients patients,
            MedicalData data,
            FormReader forms,
            DiagnosisCatalogue catalogue,
            AuditTrail audit,
            Facilities facilities,
            HospitalClock clock,
            PatientRecord record,
            ObjectProvider<PatientSection> sections) {
        this.patients = patients;
        this.data = data;
        this.forms = forms;
        this.catalogue = catalogue;
        this.audit = audit;
        this.facilities = facilities;
        this.clock = clock;
        this.record = record;
        this.sections = sections;
    }

    /** Whoever opens a patient's file is on record. */
    String open(StaffMember staff, String source, String code, Locale locale, Model model) {
        Patient patient = patient(staff, code);
        audit.append(new AuditEntry(
                staff.facility(),
                staff.login(),
                source,
                "patient.open",
                "patient " + patient.id().value(),
                "ok"));
        show(staff, patient, null, null, model);
        record.show(staff, source, patient, locale, model);
        return PAGE;
    }

    /** Visits before one that the page shows already. */
    String older(StaffMember staff, String source, String code, long before, Locale locale, Model model) {
        Patient patient = patient(staff, code);
        model.addAttribute("member", staff);
        model.addAttribute("patient", patient);
        record.showVisits(staff, source, patient, before, locale, model);
        return "desk/visits";
    }

    void save(StaffMember staff, String source, String code, EmergencyForm form, Model model) {
        Patient patient = patient(staff, code);
        Reading reading = new Reading();
        EmergencyData read = forms.read(form, today(staff), reading);
        boolean done = told(
                reading,
                () -> data.saveEmergency(staff, source, patient.id(), read, form.version()),
                "emergency",
                model);
        show(staff, patient, done ? null : form, null, model);
    }

    void save(StaffMember staff, String source, String code, MedicationForm form, Model model) {
        Patient patient = patient(staff, code);
        Reading reading = new Reading();
        List<Drug> read = forms.read(form, today(staff), reading);
        boolean done = told(
                reading,
                () -> data.saveMedication(staff, source, patient.id(), read, form.version()),
                "medication",
                model);
        show(staff, patient, null, done ? null : form, model);
    }

    private static boolean told(Reading reading, Supplier<Saved> save, String part, Model model) {
        if (!reading.problems().isEmpty()) {
            model.addAttribute(part + "Problems", reading.problems());
            return false;
        }
        Saved saved = save.get();
        model.addAttribute(part + "Saved", "desk." + part + "." + saved.name().toLowerCase(Locale.ROOT));
        model.addAttribute(part + "Done", saved == Saved.DONE);
        return saved == Saved.DONE;
    }

    private void show(StaffMember staff, Patient patient, EmergencyForm typed, MedicationForm typedDrugs, Model model) {
        Kept<EmergencyData> emergency = data.emergency(staff.facility(), patient.id());
        Kept<List<Drug>> medication = data.medication(staff.facility(), patient.id());
        model.addAttribute("member", staff);
        model.addAttribute("patient", patient);
        boolean editable = mayChange(staff);
        model.addAttribute("editable", editable);
        model.addAttribute("severe", severe(emergency.value()));
        model.addAttribute("known", catalogue.shipped());
        model.addAttribute("today", Reading.written(today(staff)));
        model.addAttribute("emergencyAsOf", emergency.asOf());
        model.addAttribute("medicationAsOf", medication.asOf());
        EmergencyForm lines = typed == null ? EmergencyForm.of(emergency) : typed;
        model.addAttribute("emergency", editable ? lines.withSpareLines() : lines);
        MedicationForm drugLines = typedDrugs == null ? MedicationForm.of(medication) : typedDrugs;
        model.addAttribute("medication", editable ? drugLines.withSpareLines() : drugLines);
        model.addAttribute(
                "sections",
                sections.orderedStream()
                        .map(one -> one.prepare(staff, patient, model))
                        .toList());
    }

    static boolean mayChange(StaffMember staff) {
        return staff.roles().contains(Role.RECEPTION) || staff.roles().contains(Role.ADMIN);
    }

    /** What must be seen before anything else. */
    private static List<String> severe(EmergencyData data) {
        return data.allergies().stream()
                .filter(one -> one.severity() == Severity.SEVERE)
                .map(Allergy::substance)
                .toList();
    }

    private LocalDate today(StaffMember staff) {
        return clock.today(facilities.get(staff.facility())).date();
    }

    private Patient patient(StaffMember staff, String code) {
        return patients.find(staff.facility(), IdentifierKind.HOSPITAL, code)
                .orElseThrow(() -> new PatientNotFoundException(staff.facility()));
    }
}
