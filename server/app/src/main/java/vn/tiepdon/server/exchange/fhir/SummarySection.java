package vn.tiepdon.server.exchange.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * A section of the summary.
 *
 * @param loinc code of the section
 * @param lines the same for people to read, one for each entry
 */
record SummarySection(
        String title, String loinc, String display, List<? extends Resource> entries, List<String> lines) {

    SectionComponent section() {
        SectionComponent section = new SectionComponent().setTitle(title);
        section.setCode(Codes.of(Systems.LOINC, loinc, display));
        section.getText().setStatus(NarrativeStatus.GENERATED).setDiv(narrative());
        entries.forEach(it -> section.addEntry(new Reference(Pages.key(it))));
        return section;
    }

    private XhtmlNode narrative() {
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        div.attribute("xmlns", "http://www.w3.org/1999/xhtml");
        XhtmlNode list = div.addTag("ul");
        lines.forEach(it -> list.addTag("li").addText(it));
        return div;
    }

    @Override
    public String toString() {
        return "SummarySection[" + loinc + "]";
    }
}
