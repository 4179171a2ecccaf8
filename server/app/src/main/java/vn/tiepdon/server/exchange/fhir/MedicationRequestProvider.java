package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.model.api.annotation.Description;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Patient;

/** What was prescribed. */
public final class MedicationRequestProvider implements IResourceProvider {

    private final ChartSearch<MedicationRequest> search;

    MedicationRequestProvider(ChartParts parts) {
        this.search = parts.ofVisit(MedicationMapper::requests);
    }

    @Override
    public Class<MedicationRequest> getResourceType() {
        return MedicationRequest.class;
    }

    @Read
    public MedicationRequest read(@IdParam IdType id, ServletRequestDetails request) {
        return search.read(request, id.getIdPart());
    }

    @Search
    public Bundle search(
            @OptionalParam(name = "_id") TokenOrListParam ids,
            @OptionalParam(
                            name = "patient",
                            chainWhitelist = {"", Patient.SP_IDENTIFIER},
                            targetTypes = Patient.class)
                    ReferenceParam patient,
            @OptionalParam(name = MedicationRequest.SP_AUTHOREDON) DateRangeParam date,
            @OptionalParam(name = MedicationRequest.SP_CODE) TokenOrListParam codes,
            @OptionalParam(name = MedicationRequest.SP_STATUS) TokenOrListParam statuses,
            @Count Integer count,
            @Description(shortDefinition = Pages.AFTER_MEANS) @OptionalParam(name = Pages.AFTER) StringParam after,
            ServletRequestDetails request) {
        ChartSearch.Asked asked = new ChartSearch.Asked(ids, patient, date, count, after);
        return search.search(
                request,
                asked,
                it -> Tokens.concept(codes, it.getMedicationCodeableConcept())
                        && Tokens.code(statuses, it.getStatus().toCode()));
    }
}
