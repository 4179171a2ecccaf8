package vn.tiepdon.server.exchange.fhir;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.history.ChronicProgrammes;
import vn.tiepdon.server.history.ClinicalChanges;
import vn.tiepdon.server.history.ClinicalRecords;
import vn.tiepdon.server.history.MedicalData;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.PersonalTargets;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.merge.PatientMerges;

/** Reads charts: a dozen queries each, whatever a patient's age. */
@Component("fhirCharts")
class Charts {

    private final PatientDirectory directory;
    private final ClinicalRecords records;
    private final ClinicalChanges changes;
    private final MedicalData data;
    private final PersonalTargets targets;
    private final ChronicProgrammes programmes;
    private final AppointedReader appointments;
    private final PatientMerges merges;
    private final Facilities facilities;
    private final HospitalClock clock;

    Charts(
            PatientDirectory directory,
            ClinicalRecords records,
            ClinicalChanges changes,
            MedicalData data,
            PersonalTargets targets,
            ChronicProgrammes programmes,
            AppointedReader appointments,
            PatientMerges merges,
            Facilities facilities,
            HospitalClock clock) {
        this.directory = directory;
        this.records = records;
        this.changes = changes;
        this.data = data;
        this.targets = targets;
        this.programmes = programmes;
        this.appointments = appointments;
        this.merges = merges;
        this.facilities = facilities;
        this.clock = clock;
    }

    /** Of somebody who was merged the chart of who stayed; empty when this hospital has no such patient. */
    Optional<Chart> of(FacilityId facility, PatientId patient) {
        return directory.details(facility, List.of(patient)).stream()
                .findFirst()
                .map(it -> of(facility, it))
                .or(() -> merges.keptFor(facility, patient).flatMap(it -> of(facility, it)));
    }

    Chart of(FacilityId facility, PatientDetails details) {
        PatientId patient = details.patient().id();
        Facility hospital = hospital(facility);
        return new Chart(
                hospital,
                details,
                records.visits(facility, patient, ClinicalRecords.MOST),
                records.observations(facility, patient, EnumSet.allOf(ObservationKind.class), ClinicalRecords.MOST),
                data.emergency(facility, patient),
                data.medication(facility, patient),
                targets.of(facility, patient).value(),
                programmes.of(facility, patient),
                appointments.ofPatient(facility, patient),
                merges.goneInto(facility, List.of(patient)).getOrDefault(patient, List.of()),
                changes(facility, patient),
                clock.today(hospital).date());
    }

    private Changes changes(FacilityId facility, PatientId patient) {
        Map<String, Instant> results = new HashMap<>();
        changes.observations(facility, patient)
                .forEach(it -> results.merge(
                        ObservationIds.of(patient, it.kind(), it.at()), it.changed(), (a, b) -> a.isAfter(b) ? a : b));
        return new Changes(changes.visits(facility, patient), results, merges.lastMoved(facility, patient));
    }

    Facility hospital(FacilityId facility) {
        return facilities.get(facility);
    }

    /** Whose visit it is. */
    Optional<PatientId> ofVisit(FacilityId facility, long visit) {
        return records.visit(facility, visit).map(Visit::patient);
    }
}
