package vn.tiepdon.server.exchange.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationMode;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;

/** The hospital, its clinics and its rooms. */
final class Places {

    private static final String PHYSICAL_TYPE = "http://terminology.hl7.org/CodeSystem/location-physical-type";

    private Places() {}

    static Organization organization(Facility facility) {
        Organization organization = new Organization();
        organization.setId(facility.code());
        organization.addIdentifier().setSystem(Systems.FACILITY).setValue(facility.code());
        organization
                .addType()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/organization-type")
                .setCode("prov")
                .setDisplay("Healthcare Provider");
        organization
                .setActive(true)
                .setName(facility.name().vi())
                .addAlias(facility.name().en());
        return organization;
    }

    static Location clinic(Facility facility, Clinic clinic) {
        Location location = location(facility, clinic.name().vi(), "area", "Area");
        location.setId("c" + clinic.id().value());
        location.addIdentifier().setSystem(Systems.clinic(facility)).setValue(clinic.code());
        location.addAlias(clinic.name().en());
        return location;
    }

    static Location room(Facility facility, Room room) {
        Location location = location(facility, room.code(), "ro", "Room");
        location.setId("r" + room.id().value());
        location.addIdentifier().setSystem(Systems.room(facility)).setValue(room.code());
        location.setDescription(room.place().vi()).setPartOf(clinic(room.clinic()));
        return location;
    }

    /** A clinic by our id ({@code c5}) or by its code. */
    static Optional<Clinic> clinic(Facilities facilities, FacilityId facility, String named) {
        return facilities.clinics(facility).stream()
                .filter(it -> it.code().equals(named) || ("c" + it.id().value()).equals(named))
                .findFirst();
    }

    /** What the other system calls places: ids and codes. */
    static List<String> names(Stream<Reference> told) {
        List<String> names = new ArrayList<>();
        told.forEach(it -> {
            if (it.getReferenceElement().hasIdPart()) {
                names.add(it.getReferenceElement().getIdPart());
            }
            if (it.getIdentifier().hasValue()) {
                names.add(it.getIdentifier().getValue());
            }
        });
        return names;
    }

    /** The code of the first clinic that is named; without one here the first name. */
    static Optional<String> department(List<String> named, List<Clinic> clinics) {
        return clinics.stream()
                .filter(it -> named.contains(it.code())
                        || named.contains("c" + it.id().value()))
                .map(Clinic::code)
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    static Reference hospital(Facility facility) {
        return new Reference("Organization/" + facility.code());
    }

    static Reference clinic(ClinicId clinic) {
        return new Reference("Location/c" + clinic.value());
    }

    private static Location location(Facility facility, String name, String physicalType, String display) {
        Coding type = new Coding(PHYSICAL_TYPE, physicalType, display);
        return new Location()
                .setStatus(LocationStatus.ACTIVE)
                .setMode(LocationMode.INSTANCE)
                .setName(name)
                .setPhysicalType(new CodeableConcept(type))
                .setManagingOrganization(hospital(facility));
    }
}
