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
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;

/** Chronic illnesses, and what visits were about. */
public final class ConditionProvider implements IResourceProvider {

    private final ChartSearch<Condition> search;

    ConditionProvider(ChartParts parts) {
        this.search = parts.ofEither(ConditionMapper::of);
    }

    @Override
    public Class<Condition> getResourceType() {
        return Condition.class;
    }

    @Read
    public Condition read(@IdParam IdType id, ServletRequestDetails request) {
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
            @OptionalParam(name = Condition.SP_RECORDED_DATE) DateRangeParam date,
            @OptionalParam(name = Condition.SP_CODE) TokenOrListParam codes,
            @OptionalParam(name = Condition.SP_CATEGORY) TokenOrListParam categories,
            @Count Integer count,
            @Description(shortDefinition = Pages.AFTER_MEANS) @OptionalParam(name = Pages.AFTER) StringParam after,
            ServletRequestDetails request) {
        ChartSearch.Asked asked = new ChartSearch.Asked(ids, patient, date, count, after);
        return search.search(
                request,
                asked,
                it -> Tokens.concept(codes, it.getCode()) && Tokens.concept(categories, it.getCategoryFirstRep()));
    }
}
