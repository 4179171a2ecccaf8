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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Practitioner;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffDirectory;
import vn.tiepdon.server.staff.StaffMember;

/** Those who call patients into a room here, by their login. Doctors of other systems are known by reference only. */
public final class PractitionerProvider implements IResourceProvider {

    /** FHIR R4, 2.24.0.1: what an id may be. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private final StaffDirectory staff;
    private final Facilities facilities;

    PractitionerProvider(StaffDirectory staff, Facilities facilities) {
        this.staff = staff;
        this.facilities = facilities;
    }

    @Override
    public Class<Practitioner> getResourceType() {
        return Practitioner.class;
    }

    @Read
    public Practitioner read(@IdParam IdType id, ServletRequestDetails request) {
        Practitioner found = all(request)
                .filter(it -> it.getIdElement().getIdPart().equals(id.getIdPart()))
                .findFirst()
                .orElseThrow(Outcomes::notFound);
        return Versions.stamp(request.getFhirContext(), found);
    }

    @Search
    public Bundle search(
            @OptionalParam(name = "_id") TokenOrListParam ids,
            @OptionalParam(name = Practitioner.SP_IDENTIFIER) TokenOrListParam identifiers,
            @Count Integer count,
            @Description(shortDefinition = Pages.AFTER_MEANS) @OptionalParam(name = Pages.AFTER) StringParam after,
            ServletRequestDetails request) {
        List<Practitioner> found = all(request)
                .filter(it -> Tokens.id(ids, it))
                .filter(it -> Tokens.identifier(identifiers, it.getIdentifier()))
                .toList();
        return Pages.of(request, found, count, after);
    }

    private Stream<Practitioner> all(ServletRequestDetails request) {
        Facility facility =
                facilities.get(Caller.of(request.getServletRequest()).facility());
        return staff.withRole(facility.id(), Role.ROOM).stream()
                .filter(it -> ID.matcher(it.login()).matches())
                .map(it -> practitioner(facility, it));
    }

    private static Practitioner practitioner(Facility facility, StaffMember member) {
        Practitioner practitioner = new Practitioner();
        practitioner.setId(member.login());
        practitioner.addIdentifier().setSystem(Systems.doctor(facility)).setValue(member.login());
        practitioner.setActive(true).addName(PatientMapper.name(member.fullName()));
        return practitioner;
    }
}
