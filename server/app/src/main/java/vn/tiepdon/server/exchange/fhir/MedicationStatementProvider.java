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
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Patient;

/** What the patient says to take, as the desk asked. */
public final class MedicationStatementProvider implements IResourceProvider {

    private final ChartSearch<MedicationStatement> search;

    MedicationStatementProvider(ChartParts parts) {
        this.search = parts.ofPatient(MedicationMapper::statements);
    }

    @Override
    public Class<MedicationStatement> getResourceType() {
        return MedicationStatement.class;
    }

    @Read
    public MedicationStatement read(@IdParam IdType id, ServletRequestDetails request) {
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
            @OptionalParam(name = MedicationStatement.SP_EFFECTIVE) DateRangeParam date,
            @OptionalParam(name = MedicationStatement.SP_STATUS) TokenOrListParam statuses,
            @Count Integer count,
            @Description(shortDefinition = Pages.AFTER_MEANS) @OptionalParam(name = Pages.AFTER) StringParam after,
            ServletRequestDetails request) {
        ChartSearch.Asked asked = new ChartSearch.Asked(ids, patient, date, count, after);
        return search.search(
                request, asked, it -> Tokens.code(statuses, it.getStatus().toCode()));
    }
}
