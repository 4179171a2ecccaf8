package vn.tiepdon.server.exchange.fhir;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.merge.PatientMerges;

/** Patients as they are told, with links between those who were merged. */
record PatientResources(PatientDirectory directory, PatientMerges merges) {

    /** Also of somebody who was merged: not active, and replaced by another. */
    Optional<Patient> read(Facility facility, PatientId id) {
        return of(facility, List.of(id)).stream().findFirst().or(() -> merges.keptFor(facility.id(), id)
                .map(kept -> PatientMapper.replaced(id, kept)));
    }

    /** Those who are there, in the order of their ids. */
    List<Patient> of(Facility facility, Collection<PatientId> ids) {
        return told(facility, directory.details(facility.id(), ids));
    }

    List<Patient> told(Facility facility, List<PatientDetails> found) {
        Map<PatientId, List<PatientId>> gone = merges.goneInto(
                facility.id(), found.stream().map(it -> it.patient().id()).toList());
        return found.stream()
                .map(it -> PatientMapper.patient(
                        facility, it, gone.getOrDefault(it.patient().id(), List.of())))
                .toList();
    }

    /** Those who are there and those who were merged. */
    List<Patient> known(Facility facility, List<PatientId> ids) {
        List<Patient> there = of(facility, ids);
        List<String> named =
                there.stream().map(it -> it.getIdElement().getIdPart()).toList();
        Stream<Patient> merged = ids.stream()
                .distinct()
                .filter(it -> !named.contains(Long.toString(it.value())))
                .flatMap(it -> read(facility, it).stream());
        return Stream.concat(there.stream(), merged).toList();
    }
}
