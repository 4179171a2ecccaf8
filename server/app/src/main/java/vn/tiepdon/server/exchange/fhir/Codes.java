package vn.tiepdon.server.exchange.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import vn.tiepdon.server.history.Icd10;

/** Codes that stand in more than one kind of resource. */
final class Codes {

    private static final Coding RESTRICTED =
            new Coding("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "R", "restricted");

    private Codes() {}

    static CodeableConcept of(String system, String code, String display) {
        return new CodeableConcept(new Coding(system, code, display));
    }

    /** A code of a system of HL7's terminology server, by the system's last word. */
    static CodeableConcept hl7(String system, String code, String display) {
        return of("http://terminology.hl7.org/CodeSystem/" + system, code, display);
    }

    static CodeableConcept illness(Icd10 code, String vi, String en) {
        return of(Systems.ICD10, code.code(), en).setText(vi);
    }

    /** Whether it has one of these codes. */
    static boolean says(CodeableConcept concept, String... codes) {
        return concept.getCoding().stream()
                .anyMatch(it -> it.hasCode() && List.of(codes).contains(it.getCode()));
    }

    /** Whether it only says that nothing is known. */
    static boolean absent(CodeableConcept concept) {
        return concept.getCoding().stream().anyMatch(it -> SummarySections.ABSENT.equals(it.getSystem()));
    }

    static CodeableConcept text(String text) {
        return new CodeableConcept().setText(text);
    }

    /** Marks what stigma hangs on: whoever is given it may not show it to everybody. */
    static void restrict(Resource resource, boolean sensitive) {
        if (sensitive) {
            resource.getMeta().addSecurity(RESTRICTED.copy());
        }
    }
}
