package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.history.ClinicalIntake;
import vn.tiepdon.server.history.ClinicalRecords;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.IncomingObservation;
import vn.tiepdon.server.history.IncomingVisit;
import vn.tiepdon.server.history.IntakeResult;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.patient.PatientId;

/**
 * Visits and what was measured, as other systems tell of them one by one. Each is known by the identifier that its
 * system gave it: telling it again is no second one. A visit's diagnoses come contained in it.
 */
class VisitIntake {

    private final ClinicalIntake intake;
    private final ClinicalRecords records;
    private final Charts charts;
    private final PatientFinder patients;
    private final Facilities facilities;
    private final FhirIntake writes;

    VisitIntake(
            ClinicalIntake intake,
            ClinicalRecords records,
            Charts charts,
            PatientFinder patients,
            Facilities facilities,
            FhirIntake writes) {
        this.intake = intake;
        this.records = records;
        this.charts = charts;
        this.patients = patients;
        this.facilities = facilities;
        this.writes = writes;
    }

    MethodOutcome create(ServletRequestDetails request, Encounter told) {
        Facility facility = facility(request);
        return writes.written(() -> {
            try {
                String source = EncounterReader.source(told, facility);
                return write(request, facility, told, source, records.visitOfSource(facility.id(), source));
            } catch (RefusedException why) {
                throw FhirIntake.refused(why);
            }
        });
    }

    /** Of a visit that another system told of; with {@code If-Match} only while it is still that version. */
    MethodOutcome update(ServletRequestDetails request, IdType id, Encounter told) {
        Facility facility = facility(request);
        return writes.written(() -> {
            Visit before = visit(facility.id(), id.getIdPart()).orElseThrow(Outcomes::notFound);
            String source = before.sourceId()
                    .orElseThrow(() -> Outcomes.notKept(
                            IssueType.BUSINESSRULE,
                            "Lượt khám này ghi tại phòng khám, phần mềm khác không sửa.",
                            "This visit was written in a room here: other systems do not change it."));
            Versions.demand(request, id, EncounterMapper.encounter(facility, before));
            try {
                return write(request, facility, told, source, Optional.of(before));
            } catch (RefusedException why) {
                throw FhirIntake.refused(why);
            }
        });
    }

    MethodOutcome create(ServletRequestDetails request, Observation told) {
        Facility facility = facility(request);
        PatientId patient = patients.subject(facility, told.getSubject(), "Observation.subject");
        List<IncomingObservation> incoming = new ArrayList<>();
        try {
            Optional<Long> visit = encounter(facility, patient, told.getEncounter());
            for (Observed one : ObservationReader.read(told, facility)) {
                incoming.add(new IncomingObservation(patient, visit, one));
            }
        } catch (RefusedException why) {
            throw FhirIntake.refused(why);
        } catch (IllegalArgumentException unnamed) {
            throw wanting("Observation.identifier");
        }
        if (incoming.isEmpty()) {
            throw wanting("Observation.code");
        }
        return writes.written(() -> {
            boolean fresh = intake.writeObservations(facility.id(), incoming).contains(IntakeResult.NEW);
            Observed first = incoming.get(0).observed();
            String id = ObservationIds.of(patient, first.kind(), first.at());
            Chart chart = charts.of(facility.id(), patient).orElseThrow(Outcomes::notFound);
            Observation kept = ObservationMapper.of(chart)
                    .map(Dated::resource)
                    .filter(it -> it.getIdElement().getIdPart().equals(id))
                    .findFirst()
                    .orElseThrow(Outcomes::notFound);
            return FhirIntake.outcome(request, kept, fresh);
        });
    }

    private MethodOutcome write(
            ServletRequestDetails request, Facility facility, Encounter told, String source, Optional<Visit> before)
            throws RefusedException {
        PatientId patient = patients.subject(facility, told.getSubject(), "Encounter.subject");
        VisitDetails details = EncounterReader.read(
                told,
                diagnoses(told),
                before.map(it -> it.details().prescriptions()).orElse(List.of()),
                before.map(it -> it.details().observations()).orElse(List.of()),
                facility);
        IncomingVisit incoming = new IncomingVisit(
                patient, clinic(facility, told, before), EncounterReader.day(told, facility), source, details);
        IntakeResult result = intake.write(facility.id(), List.of(incoming)).get(0);
        Visit kept = records.visitOfSource(facility.id(), source).orElseThrow();
        return FhirIntake.outcome(request, EncounterMapper.encounter(facility, kept), result == IntakeResult.NEW);
    }

    private static List<Diagnosis> diagnoses(Encounter told) throws RefusedException {
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (Encounter.DiagnosisComponent one : told.getDiagnosis()) {
            if (!(one.getCondition().getResource() instanceof Condition contained)) {
                throw wanting("Encounter.diagnosis.condition (contained)");
            }
            diagnoses.add(ConditionReader.read(contained));
        }
        return diagnoses;
    }

    private ClinicId clinic(Facility facility, Encounter told, Optional<Visit> before) {
        return EncounterReader.clinics(told).stream()
                .flatMap(it -> Places.clinic(facilities, facility.id(), it).stream())
                .map(Clinic::id)
                .findFirst()
                .or(() -> before.map(Visit::clinic))
                .orElseThrow(() -> wanting("Encounter.location"));
    }

    private Optional<Long> encounter(Facility facility, PatientId patient, Reference told) {
        if (!told.getReferenceElement().hasIdPart()) {
            return Optional.empty();
        }
        Visit visit = visit(facility.id(), told.getReferenceElement().getIdPart())
                .filter(it -> it.patient().equals(patient))
                .orElseThrow(() -> wanting("Observation.encounter"));
        return Optional.of(visit.id());
    }

    private Optional<Visit> visit(FacilityId facility, String id) {
        return PatientFinder.number(id).flatMap(it -> records.visit(facility, it));
    }

    private Facility facility(ServletRequestDetails request) {
        return facilities.get(Caller.of(request.getServletRequest()).facility());
    }

    private static BaseServerResponseException wanting(String element) {
        return Outcomes.notKept(
                IssueType.REQUIRED, "Thiếu hoặc không hiểu " + element + ".", element + " is missing or not known.");
    }
}
