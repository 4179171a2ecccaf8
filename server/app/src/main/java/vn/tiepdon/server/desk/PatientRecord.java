package vn.tiepdon.server.desk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.history.ChronicProgrammes;
import vn.tiepdon.server.history.ClinicalRecords;
import vn.tiepdon.server.history.MedicalData;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.history.Visits;
import vn.tiepdon.server.language.Decimals;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;

/** What a doctor wants to know of a patient, on one page; only for whoever works in a room, and for administrators. */
@Component
class PatientRecord {

    private static final int VISITS = 10;

    private final ClinicalRecords records;
    private final ChronicProgrammes programmes;
    private final Visits visits;
    private final MedicalData data;
    private final Measures measures;
    private final AuditTrail audit;
    private final Facilities facilities;
    private final HospitalClock clock;

    PatientRecord(
            ClinicalRecords records,
            ChronicProgrammes programmes,
            Visits visits,
            MedicalData data,
            Measures measures,
            AuditTrail audit,
            Facilities facilities,
            HospitalClock clock) {
        this.records = records;
        this.programmes = programmes;
        this.visits = visits;
        this.data = data;
        this.measures = measures;
        this.audit = audit;
        this.facilities = facilities;
        this.clock = clock;
    }

    static boolean readableBy(StaffMember staff) {
        return staff.roles().contains(Role.ROOM) || staff.roles().contains(Role.ADMIN);
    }

    /** Puts all of it into the model; nothing when it is not for this reader. */
    void show(StaffMember staff, String source, Patient patient, Locale locale, Model model) {
        if (!readableBy(staff)) {
            return;
        }
        LocalDate today = clock.today(facilities.get(staff.facility())).date();
        model.addAttribute("readable", true);
        model.addAttribute(
                "allergies",
                data.emergency(staff.facility(), patient.id()).value().allergies());
        model.addAttribute(
                "programmes",
                programmes.of(staff.facility(), patient.id()).stream()
                        .map(it -> new ProgrammeView(
                                it,
                                clinics(staff).get(it.clinic()).name().in(locale),
                                it.due().filter(today::isAfter).isPresent()))
                        .toList());
        measures.show(staff, patient, null, locale, model);
        showVisits(staff, source, patient, 0, locale, model);
    }

    /** @param before id of the last visit that the page shows already; 0 for none */
    void showVisits(StaffMember staff, String source, Patient patient, long before, Locale locale, Model model) {
        List<Visit> found = before == 0
                ? records.visits(staff.facility(), patient.id(), VISITS + 1)
                : records.visitsBefore(staff.facility(), patient.id(), before, VISITS + 1);
        List<Visit> shown = found.subList(0, Math.min(VISITS, found.size()));
        boolean inRoom = staff.roles().contains(Role.ROOM);
        Map<ClinicId, Clinic> clinics = clinics(staff);
        model.addAttribute(
                "visits",
                shown.stream()
                        .map(it -> new VisitView(
                                it,
                                clinics.get(it.clinic()).name().in(locale),
                                !inRoom && it.details().sensitive(),
                                measured(it.details().observations(), locale),
                                visits.mayCorrect(staff, it)
                                        && (inRoom || !it.details().sensitive())))
                        .toList());
        model.addAttribute(
                "older", found.size() > VISITS ? shown.get(shown.size() - 1).id() : null);
        String action = inRoom && shown.stream().anyMatch(it -> it.details().sensitive())
                ? "patient.history.sensitive"
                : "patient.history";
        String object = "patient " + patient.id().value();
        audit.append(new AuditEntry(staff.facility(), staff.login(), source, action, object, "ok"));
    }

    private Map<ClinicId, Clinic> clinics(StaffMember staff) {
        return facilities.clinics(staff.facility()).stream().collect(Collectors.toMap(Clinic::id, it -> it));
    }

    /** In the order of their kinds; the two blood pressures of one visit are one value. */
    private static List<String> measured(List<Observed> observed, Locale locale) {
        Map<ObservationKind, BigDecimal> values = observed.stream()
                .collect(Collectors.toMap(Observed::kind, Observed::value, (first, second) -> second, TreeMap::new));
        List<String> told = new ArrayList<>();
        values.forEach((kind, value) -> {
            BigDecimal lower = values.get(ObservationKind.DIASTOLIC);
            if (kind == ObservationKind.SYSTOLIC && lower != null) {
                told.add("%s/%s mmHg".formatted(Decimals.written(value, locale), Decimals.written(lower, locale)));
            } else if (kind != ObservationKind.DIASTOLIC || !values.containsKey(ObservationKind.SYSTOLIC)) {
                told.add("%s %s %s"
                        .formatted(kind.title().in(locale), Decimals.written(value, locale), kind.printedUnit()));
            }
        });
        return told;
    }
}
