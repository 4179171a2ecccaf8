package vn.tiepdon.server.exchange.fhir;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.Icd10;

/** A diagnosis by its ICD-10 code: named in Vietnamese by {@code text}, in English by {@code display}. */
final class ConditionReader {

    private static final Set<String> ICD10 = Set.of(Systems.ICD10, "urn:oid:2.16.840.1.113883.6.3");

    private ConditionReader() {}

    /** Whether somebody says of it that the patient does not have it. */
    static boolean untrue(Condition told) {
        return Codes.says(told.getVerificationStatus(), "refuted", "entered-in-error");
    }

    /** @throws RefusedException without a code of ICD-10 */
    static Diagnosis read(Condition told) throws RefusedException {
        CodeableConcept code = told.getCode();
        Coding coding = code.getCoding().stream()
                .filter(it -> it.hasSystem() && ICD10.contains(it.getSystem()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(RefusalReason.FIELD_MISSING, "Condition.code"));
        Icd10 icd10 = Icd10.parse(coding.getCode())
                .orElseThrow(() -> new RefusedException(RefusalReason.DIAGNOSIS_INVALID, "Condition.code"));
        Optional<String> vi = first(code.getText(), coding.getDisplay());
        Optional<String> en = first(coding.getDisplay(), code.getText());
        if (Stream.concat(vi.stream(), en.stream()).anyMatch(it -> it.length() > Diagnosis.LONGEST_NAME)) {
            throw new RefusedException(RefusalReason.FIELD_TOO_LONG, "Condition.code");
        }
        return new Diagnosis(icd10, new Text(vi.orElse(icd10.code()), en.orElse(icd10.code())));
    }

    private static Optional<String> first(String one, String other) {
        return Stream.of(one == null ? "" : one, other == null ? "" : other)
                .filter(it -> !it.isBlank())
                .findFirst();
    }
}
