package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import vn.tiepdon.server.facility.Facilities;

/** The hospital: one, the caller's own. */
public final class OrganizationProvider implements IResourceProvider {

    private final Facilities facilities;

    OrganizationProvider(Facilities facilities) {
        this.facilities = facilities;
    }

    @Override
    public Class<Organization> getResourceType() {
        return Organization.class;
    }

    @Read
    public Organization read(@IdParam IdType id, ServletRequestDetails request) {
        Organization found = Optional.of(hospital(request))
                .filter(it -> it.getIdElement().getIdPart().equals(id.getIdPart()))
                .orElseThrow(Outcomes::notFound);
        return Versions.stamp(request.getFhirContext(), found);
    }

    @Search
    public Bundle search(@Count Integer count, ServletRequestDetails request) {
        return Pages.of(request, List.of(hospital(request)), count, null);
    }

    private Organization hospital(ServletRequestDetails request) {
        return Places.organization(
                facilities.get(Caller.of(request.getServletRequest()).facility()));
    }
}
