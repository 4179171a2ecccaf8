package vn.tiepdon.server.exchange.fhir;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.patient.Identifier;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientId;

/** Who somebody is, and by which number they are insured. */
final class PatientMapper {

    private static final String INSURER = "Bảo hiểm xã hội Việt Nam";

    private PatientMapper() {}

    static Reference reference(PatientId patient) {
        return new Reference("Patient/" + patient.value());
    }

    /** Somebody who was merged into another. */
    static Patient replaced(PatientId id, PatientId kept) {
        Patient patient = new Patient();
        patient.setId(Long.toString(id.value()));
        patient.setActive(false);
        patient.addLink().setOther(reference(kept)).setType(LinkType.REPLACEDBY);
        return patient;
    }

    /** @param replaced who was merged into this patient */
    static Patient patient(Facility facility, PatientDetails details, List<PatientId> replaced) {
        Patient patient = new Patient();
        patient.setId(Long.toString(details.patient().id().value()));
        patient.getMeta().setLastUpdatedElement(Times.instant(details.changedAt(), facility));
        details.identifiers().forEach(it -> patient.addIdentifier(identifier(facility, it)));
        patient.setActive(true);
        patient.addName(name(details.patient().fullName()));
        patient.setGender(gender(details.patient().sex()));
        patient.setBirthDateElement(Times.date(details.patient().birthDate().iso()));
        details.telephone()
                .ifPresent(it ->
                        patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(it));
        details.address().ifPresent(it -> patient.addAddress(new Address().setText(it)));
        patient.setManagingOrganization(Places.hospital(facility));
        replaced.forEach(it -> patient.addLink().setOther(reference(it)).setType(LinkType.REPLACES));
        return patient;
    }

    /** A Vietnamese name begins with the family's; {@code text} is the whole, as it is written. */
    static HumanName name(String fullName) {
        String[] words = fullName.split(" ");
        HumanName name = new HumanName().setUse(HumanName.NameUse.OFFICIAL).setText(fullName);
        if (words.length > 1) {
            name.setFamily(words[0]);
        }
        Arrays.stream(words).skip(words.length > 1 ? 1 : 0).forEach(name::addGiven);
        return name;
    }

    /** The insurance in force, if there is one. */
    static Stream<Dated<Coverage>> coverages(Chart chart) {
        return Stream.ofNullable(coverage(chart.facility(), chart.patient()))
                .map(it -> new Dated<>(it, chart.patient().changedAt()));
    }

    private static Coverage coverage(Facility facility, PatientDetails details) {
        Identifier number = details.identifiers().stream()
                .filter(it -> it.kind() == IdentifierKind.INSURANCE && it.inForce())
                .findFirst()
                .orElse(null);
        if (number == null) {
            return null;
        }
        PatientId patient = details.patient().id();
        Coverage coverage = new Coverage();
        coverage.setId(Long.toString(patient.value()));
        coverage.addIdentifier(identifier(facility, number));
        coverage.setStatus(CoverageStatus.ACTIVE);
        coverage.setType(Codes.hl7("v3-ActCode", "PUBLICPOL", "public healthcare"));
        coverage.setSubscriberId(number.value());
        coverage.setBeneficiary(reference(patient));
        coverage.setPeriod(period(number));
        coverage.addPayor(new Reference().setType("Organization").setDisplay(INSURER));
        return coverage;
    }

    private static org.hl7.fhir.r4.model.Identifier identifier(Facility facility, Identifier kept) {
        return new org.hl7.fhir.r4.model.Identifier()
                .setUse(kept.inForce() ? IdentifierUse.OFFICIAL : IdentifierUse.OLD)
                .setType(type(kept.kind()))
                .setSystem(Systems.of(kept.kind(), facility))
                .setValue(kept.value())
                .setPeriod(period(kept));
    }

    private static Period period(Identifier kept) {
        Period period = new Period().setStartElement(Times.day(kept.from()));
        kept.until().ifPresent(it -> period.setEndElement(Times.day(it)));
        return period;
    }

    private static CodeableConcept type(IdentifierKind kind) {
        return switch (kind) {
            case NATIONAL, OLD_NATIONAL -> Codes.hl7("v2-0203", "NI", "National unique individual identifier");
            case INSURANCE -> Codes.hl7("v2-0203", "HC", "Health Card Number");
            case HOSPITAL -> Codes.hl7("v2-0203", "MR", "Medical record number");
            case PASSPORT -> Codes.hl7("v2-0203", "PPN", "Passport number");
        };
    }

    private static AdministrativeGender gender(Sex sex) {
        return switch (sex) {
            case MALE -> AdministrativeGender.MALE;
            case FEMALE -> AdministrativeGender.FEMALE;
            case UNKNOWN -> AdministrativeGender.UNKNOWN;
        };
    }
}
