package vn.tiepdon.server.exchange.fhir;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.NewPatient;

/** A person as FHIR tells of them. Identifiers of systems that are not known here are left out. */
final class PatientReader {

    private PatientReader() {}

    /** @throws RefusedException naming the element that is to blame */
    static NewPatient read(Patient patient, Facility facility) throws RefusedException {
        String name = name(patient).orElseThrow(() -> missing("Patient.name"));
        String born = Optional.ofNullable(patient.getBirthDateElement().getValueAsString())
                .orElseThrow(() -> missing("Patient.birthDate"));
        BirthDate birthDate = BirthDate.parse(born)
                .orElseThrow(() -> new RefusedException(RefusalReason.DATE_INVALID, "Patient.birthDate"));
        Optional<String> telephone = patient.getTelecom().stream()
                .filter(it -> it.getSystem() == ContactPointSystem.PHONE)
                .map(ContactPoint::getValue)
                .findFirst();
        Map<IdentifierKind, String> identifiers = identifiers(patient, facility);
        try {
            return new NewPatient(name, birthDate, sex(patient.getGender()), identifiers, telephone, address(patient));
        } catch (IllegalArgumentException unfit) {
            throw new RefusedException(RefusalReason.FIELD_TOO_LONG, "Patient");
        }
    }

    /**
     * The same, of a file. Who has no number that is known here keeps the code of the hospital that tells of them
     * ({@code 36001.BN000012}): each of their visits would be somebody new otherwise.
     */
    static NewPatient ofFile(Patient patient, Facility facility) throws RefusedException {
        NewPatient person = read(patient, facility);
        return person.identifiers().isEmpty()
                ? elsewhere(patient)
                        .map(code -> new NewPatient(
                                person.fullName(),
                                person.birthDate(),
                                person.sex(),
                                Map.of(IdentifierKind.HOSPITAL, code),
                                person.telephone(),
                                person.address()))
                        .orElse(person)
                : person;
    }

    private static Optional<String> elsewhere(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(it -> it.getUse() != Identifier.IdentifierUse.OLD && it.hasValue())
                .flatMap(it -> Systems.codesOf(it.getSystem()).map(code -> code + "." + it.getValue()).stream())
                .flatMap(it -> IdentifierKind.HOSPITAL.normal(it).stream())
                .findFirst();
    }

    private static Map<IdentifierKind, String> identifiers(Patient patient, Facility facility) throws RefusedException {
        Map<IdentifierKind, String> identifiers = new EnumMap<>(IdentifierKind.class);
        for (Identifier identifier : patient.getIdentifier()) {
            Optional<IdentifierKind> kind = PatientFinder.kind(facility, identifier.getSystem());
            if (kind.isEmpty() || identifier.getUse() == Identifier.IdentifierUse.OLD) {
                continue;
            }
            String normal = Optional.ofNullable(identifier.getValue())
                    .flatMap(kind.get()::normal)
                    .orElseThrow(() -> new RefusedException(RefusalReason.NUMBER_INVALID, "Patient.identifier"));
            identifiers.put(kind.get(), normal);
        }
        return identifiers;
    }

    private static Optional<String> name(Patient patient) {
        return patient.getName().stream()
                .sorted((a, b) -> Boolean.compare(official(b), official(a)))
                .map(PatientReader::whole)
                .filter(it -> !it.isBlank())
                .findFirst();
    }

    private static boolean official(HumanName name) {
        return name.getUse() == HumanName.NameUse.OFFICIAL;
    }

    private static String whole(HumanName name) {
        if (name.hasText()) {
            return name.getText();
        }
        Stream<String> given = name.getGiven().stream().map(StringType::getValue);
        return Stream.concat(Stream.ofNullable(name.getFamily()), given).collect(Collectors.joining(" "));
    }

    private static Optional<String> address(Patient patient) {
        return patient.getAddress().stream().findFirst().map(PatientReader::whole);
    }

    private static String whole(Address address) {
        if (address.hasText()) {
            return address.getText();
        }
        Stream<String> lines = address.getLine().stream().map(StringType::getValue);
        return Stream.concat(lines, Stream.of(address.getDistrict(), address.getCity(), address.getState()))
                .filter(it -> it != null && !it.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static Sex sex(AdministrativeGender gender) {
        return gender == AdministrativeGender.MALE
                ? Sex.MALE
                : gender == AdministrativeGender.FEMALE ? Sex.FEMALE : Sex.UNKNOWN;
    }

    private static RefusedException missing(String element) {
        return new RefusedException(RefusalReason.FIELD_MISSING, element);
    }
}
