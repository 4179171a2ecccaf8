package vn.tiepdon.server.exchange.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import vn.tiepdon.server.exchange.content.VisitFields;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.history.VisitKind;

/** Visits. */
final class EncounterMapper {

    /** Advice on going (lời dặn), a string. */
    static final String ADVICE = "urn:tiepdon:ext:loi-dan";
    /** The day on which the patient is expected again (ngày tái khám), a date. */
    static final String NEXT = "urn:tiepdon:ext:ngay-tai-kham";

    private static final String CLASS = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private EncounterMapper() {}

    static Stream<Dated<Encounter>> of(Chart chart) {
        return chart.visits().stream().map(it -> new Dated<>(dated(chart, it), beginning(chart.facility(), it)));
    }

    private static Encounter dated(Chart chart, Visit visit) {
        Encounter encounter = encounter(chart.facility(), visit);
        chart.changes()
                .visit(visit.id())
                .ifPresent(it -> encounter.getMeta().setLastUpdatedElement(Times.instant(it, chart.facility())));
        return encounter;
    }

    static Reference reference(Visit visit) {
        return new Reference("Encounter/" + visit.id());
    }

    static Instant beginning(Facility facility, Visit visit) {
        return visit.details().arrived().orElseGet(() -> Times.beginning(visit.day(), facility));
    }

    /** The main diagnosis first. */
    static List<Diagnosis> diagnoses(VisitDetails details) {
        List<Diagnosis> all = new ArrayList<>(details.others());
        all.add(0, details.diagnosis());
        return all;
    }

    /** Whoever wrote the visit knows the doctor by a number, a login or a name: it identifies, and leads nowhere. */
    static Reference doctor(Facility facility, String doctor) {
        Reference reference = new Reference().setType("Practitioner").setDisplay(doctor);
        reference.getIdentifier().setSystem(Systems.doctor(facility)).setValue(doctor);
        return reference;
    }

    static Encounter encounter(Facility facility, Visit visit) {
        VisitDetails details = visit.details();
        Encounter encounter = new Encounter();
        encounter.setId(Long.toString(visit.id()));
        Codes.restrict(encounter, details.sensitive());
        encounter.addIdentifier().setSystem(Systems.visit(facility)).setValue(VisitFields.source(visit));
        encounter.setStatus(EncounterStatus.FINISHED);
        encounter.setClass_(place(details.kind()));
        encounter.addType(Codes.of(
                        Systems.VISIT_KIND,
                        details.kind().code(),
                        details.kind().title().en())
                .setText(details.kind().title().vi()));
        encounter.setSubject(PatientMapper.reference(visit.patient()));
        details.doctor().ifPresent(it -> encounter.addParticipant().setIndividual(doctor(facility, it)));
        encounter.setPeriod(period(facility, visit));
        details.reason().ifPresent(it -> encounter.addReasonCode(Codes.text(it)));
        addDiagnoses(encounter, visit);
        details.outcome().ifPresent(it -> encounter
                .getHospitalization()
                .setDischargeDisposition(Codes.of(
                                Systems.OUTCOME,
                                Integer.toString(it.code()),
                                it.title().en())
                        .setText(it.title().vi())));
        encounter.addLocation().setLocation(Places.clinic(visit.clinic()));
        encounter.setServiceProvider(Places.hospital(facility));
        details.advice().ifPresent(it -> encounter.addExtension(ADVICE, new StringType(it)));
        details.next().ifPresent(it -> encounter.addExtension(NEXT, new DateType(it.toString())));
        return encounter;
    }

    private static void addDiagnoses(Encounter encounter, Visit visit) {
        int count = visit.details().others().size() + 1;
        for (int item = 0; item < count; item++) {
            Encounter.DiagnosisComponent diagnosis = encounter.addDiagnosis();
            diagnosis.setCondition(ConditionMapper.reference(visit, item)).setRank(item + 1);
            diagnosis.setUse(item == 0 ? ConditionMapper.chief() : ConditionMapper.comorbid());
        }
    }

    private static Period period(Facility facility, Visit visit) {
        VisitDetails details = visit.details();
        Period period = new Period()
                .setStartElement(
                        details.arrived().map(it -> Times.time(it, facility)).orElseGet(() -> Times.day(visit.day())));
        details.left().ifPresent(it -> period.setEndElement(Times.time(it, facility)));
        return period;
    }

    private static Coding place(VisitKind kind) {
        return switch (kind) {
            case INPATIENT, STATION_STAY -> new Coding(CLASS, "IMP", "inpatient encounter");
            case SHORT_INPATIENT, DAY_TREATMENT -> new Coding(CLASS, "SS", "short stay");
            case AT_HOME -> new Coding(CLASS, "HH", "home health");
            case MOBILE -> new Coding(CLASS, "FLD", "field");
            case REMOTE -> new Coding(CLASS, "VR", "virtual");
            default -> new Coding(CLASS, "AMB", "ambulatory");
        };
    }
}
