package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.model.api.annotation.Description;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;

/** What was measured. */
public final class ObservationProvider implements IResourceProvider {

    private final ChartSearch<Observation> search;
    private final VisitIntake intake;

    ObservationProvider(ChartParts parts, VisitIntake intake) {
        this.search = parts.ofPatient(ObservationMapper::of);
        this.intake = intake;
    }

    @Override
    public Class<Observation> getResourceType() {
        return Observation.class;
    }

    @Read
    public Observation read(@IdParam IdType id, ServletRequestDetails request) {
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
            @OptionalParam(name = Observation.SP_DATE) DateRangeParam date,
            @OptionalParam(name = Observation.SP_CODE) TokenOrListParam codes,
            @OptionalParam(name = Observation.SP_CATEGORY) TokenOrListParam categories,
            @Count Integer count,
            @Description(shortDefinition = Pages.AFTER_MEANS) @OptionalParam(name = Pages.AFTER) StringParam after,
            ServletRequestDetails request) {
        ChartSearch.Asked asked = new ChartSearch.Asked(ids, patient, date, count, after);
        return search.search(
                request,
                asked,
                it -> Tokens.concept(codes, it.getCode()) && Tokens.concept(categories, it.getCategoryFirstRep()));
    }

    /** 201 for a result that is new, 200 for one that its identifier says is known: it is kept as told now. */
    @Create
    public MethodOutcome create(@ResourceParam Observation observation, ServletRequestDetails request) {
        return intake.create(request, observation);
    }
}
