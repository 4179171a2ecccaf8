package vn.tiepdon.server.exchange.fhir;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Resource;
import vn.tiepdon.server.facility.Facility;

/**
 * A patient's summary for another hospital, as the International Patient Summary (HL7 FHIR IPS, EN ISO 27269) has it: a
 * document with the sections allergies, medication and problems always, each with an entry that says so when nothing is
 * known; with the latest results and vital signs when there are any.
 */
final class PatientSummary {

    private PatientSummary() {}

    static Bundle of(Chart chart, String base, Instant now) {
        Facility facility = chart.facility();
        List<SummarySection> sections = SummarySections.of(chart);
        Composition composition = composition(chart, sections, Times.time(now, facility));
        Bundle document = new Bundle().setType(BundleType.DOCUMENT);
        document.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + UUID.randomUUID());
        document.setTimestampElement(Times.instant(now, facility));
        add(document, base, composition);
        add(document, base, PatientMapper.patient(facility, chart.patient(), List.of()));
        add(document, base, Places.organization(facility));
        sections.forEach(section -> section.entries().forEach(it -> add(document, base, it)));
        return document;
    }

    private static Composition composition(Chart chart, List<SummarySection> sections, DateTimeType now) {
        Composition composition = new Composition();
        composition.setId(UUID.randomUUID().toString());
        composition.setStatus(CompositionStatus.FINAL);
        composition.setType(Codes.of(Systems.LOINC, "60591-5", "Patient summary Document"));
        composition.setSubject(PatientMapper.reference(chart.patient().patient().id()));
        composition.setDateElement(now);
        composition.addAuthor(Places.hospital(chart.facility()));
        composition.setCustodian(Places.hospital(chart.facility()));
        composition.setTitle("Tóm tắt hồ sơ người bệnh (International Patient Summary)");
        sections.forEach(it -> composition.addSection(it.section()));
        return composition;
    }

    private static void add(Bundle document, String base, Resource resource) {
        document.addEntry().setFullUrl(base + "/" + Pages.key(resource)).setResource(resource);
    }
}
