package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.model.api.annotation.Description;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Location;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;

/** Clinics, and the rooms that are part of them. */
public final class LocationProvider implements IResourceProvider {

    private final Facilities facilities;

    LocationProvider(Facilities facilities) {
        this.facilities = facilities;
    }

    @Override
    public Class<Location> getResourceType() {
        return Location.class;
    }

    @Read
    public Location read(@IdParam IdType id, ServletRequestDetails request) {
        Location found = all(request)
                .filter(it -> it.getIdElement().getIdPart().equals(id.getIdPart()))
                .findFirst()
                .orElseThrow(Outcomes::notFound);
        return Versions.stamp(request.getFhirContext(), found);
    }

    @Search
    public Bundle search(
            @OptionalParam(name = "_id") TokenOrListParam ids,
            @Description(shortDefinition = "code of a clinic or a room") @OptionalParam(name = Location.SP_IDENTIFIER)
                    TokenOrListParam identifiers,
            @Count Integer count,
            @Description(shortDefinition = Pages.AFTER_MEANS) @OptionalParam(name = Pages.AFTER) StringParam after,
            ServletRequestDetails request) {
        List<Location> found = all(request)
                .filter(it -> Tokens.id(ids, it))
                .filter(it -> Tokens.identifier(identifiers, it.getIdentifier()))
                .toList();
        return Pages.of(request, found, count, after);
    }

    private Stream<Location> all(ServletRequestDetails request) {
        Facility facility =
                facilities.get(Caller.of(request.getServletRequest()).facility());
        return facilities.clinics(facility.id()).stream()
                .flatMap(clinic -> Stream.concat(
                        Stream.of(Places.clinic(facility, clinic)),
                        clinic.rooms().stream().map(room -> Places.room(facility, room))));
    }
}
