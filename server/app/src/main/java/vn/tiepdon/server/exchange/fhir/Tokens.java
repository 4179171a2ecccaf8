package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;

/** Token parameters (FHIR R4, 3.1.1.4.10): {@code code}, {@code system|code}, {@code |code}, {@code system|}. */
final class Tokens {

    private Tokens() {}

    static boolean id(TokenOrListParam asked, Resource resource) {
        return any(asked, it -> it.getValue().equals(resource.getIdElement().getIdPart()));
    }

    static boolean identifier(TokenOrListParam asked, List<Identifier> identifiers) {
        return any(asked, token -> identifiers.stream().anyMatch(it -> matches(token, it.getSystem(), it.getValue())));
    }

    static boolean concept(TokenOrListParam asked, CodeableConcept concept) {
        return any(asked, token -> concept.getCoding().stream()
                .anyMatch(it -> matches(token, it.getSystem(), it.getCode())));
    }

    /** A code of a value set that the element itself is bound to. */
    static boolean code(TokenOrListParam asked, String code) {
        return any(asked, it -> it.getValue().equals(code));
    }

    private static boolean any(TokenOrListParam asked, Predicate<TokenParam> matches) {
        return asked == null || asked.getValuesAsQueryTokens().stream().anyMatch(matches);
    }

    private static boolean matches(TokenParam asked, String system, String value) {
        boolean systemFits = asked.getSystem() == null || asked.getSystem().equals(system == null ? "" : system);
        boolean valueFits =
                asked.isEmpty() || asked.getValue() == null || asked.getValue().isEmpty();
        return systemFits && (valueFits || asked.getValue().equals(value));
    }
}
