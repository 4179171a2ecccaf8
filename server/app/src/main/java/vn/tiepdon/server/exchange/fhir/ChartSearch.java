package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/**
 * One kind of resource among the charts: read by id, or searched within one patient. Nobody searches through all
 * patients here; whoever wants everything takes the export.
 *
 * @param told what a chart has of this kind
 * @param owner whose chart an id belongs to
 * @param beyond how to find some without saying of which patient
 */
record ChartSearch<T extends Resource>(
        Charts charts,
        PatientFinder patients,
        Function<Chart, Stream<Dated<T>>> told,
        BiFunction<FacilityId, String, Optional<PatientId>> owner,
        Beyond<T> beyond) {

    private static final int MOST_IDS = 50;

    /** What may be asked of every kind; null for what was not. */
    record Asked(TokenOrListParam ids, ReferenceParam patient, Integer count, StringParam after) {}

    /** Finds without a patient and without ids. */
    interface Beyond<T extends Resource> {

        /** @return empty when what was asked for does not narrow it down */
        Optional<Stream<Dated<T>>> find(Facility facility, Map<String, String[]> asked);
    }

    T read(ServletRequestDetails request, String id) {
        T found = byId(Caller.of(request.getServletRequest()).facility(), id)
                .map(Dated::resource)
                .findFirst()
                .orElseThrow(Outcomes::notFound);
        return Versions.stamp(request.getFhirContext(), found);
    }

    Bundle search(ServletRequestDetails request, Asked asked, List<Parameter<T>> parameters) {
        Facility facility =
                charts.hospital(Caller.of(request.getServletRequest()).facility());
        Predicate<Dated<T>> wanted = Parameter.wanted(parameters, request.getParameters(), facility.zone());
        List<T> found = Dated.resources(of(request, facility, asked).filter(wanted));
        return Pages.of(request, found, asked.count(), asked.after());
    }

    private Stream<Dated<T>> of(ServletRequestDetails request, Facility hospital, Asked asked) {
        FacilityId facility = hospital.id();
        if (asked.patient() != null) {
            return patients.of(facility, asked.patient()).stream()
                    .map(it -> charts.of(facility, it))
                    .flatMap(told)
                    .filter(it -> Tokens.id(asked.ids(), it.resource()));
        }
        if (asked.ids() != null && asked.ids().size() <= MOST_IDS) {
            return asked.ids().getValuesAsQueryTokens().stream().flatMap(it -> byId(facility, it.getValue()));
        }
        return beyond.find(hospital, request.getParameters())
                .orElseThrow(() -> Outcomes.refused(
                        IssueType.TOOCOSTLY,
                        "Xin cho biết bệnh nhân (patient=…) hoặc tối đa " + MOST_IDS + " mã (_id=…).",
                        "Say of which patient (patient=…), or name at most " + MOST_IDS + " ids (_id=…)."));
    }

    /** An id that bears the number of somebody who was merged means what is told under the other's number now. */
    private Stream<Dated<T>> byId(FacilityId facility, String id) {
        return owner.apply(facility, id).stream()
                .flatMap(patient -> charts.of(facility, patient).stream().flatMap(chart -> {
                    String now = chart.id() == patient.value() ? id : id.replaceFirst("[0-9]+", "" + chart.id());
                    return told.apply(chart)
                            .filter(it ->
                                    it.resource().getIdElement().getIdPart().equals(now));
                }));
    }
}
