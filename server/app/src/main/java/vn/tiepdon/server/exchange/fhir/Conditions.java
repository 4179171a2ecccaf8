package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.param.TokenParam;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What follows {@code If-None-Exist: }. */
final class Conditions {

    private static final String BY_NUMBER = "identifier=";

    private Conditions() {}

    /** The identifier that a condition names; without a system when it names none. */
    static TokenParam identifier(String condition) {
        // Clients add the format that they want the answer in.
        List<String> asked = Stream.of(
                        condition.substring(condition.indexOf('?') + 1).split("&"))
                .filter(it -> !it.startsWith("_format="))
                .toList();
        if (asked.size() != 1 || !asked.get(0).startsWith(BY_NUMBER)) {
            throw Outcomes.refused(
                    IssueType.NOTSUPPORTED,
                    "If-None-Exist chỉ nhận identifier=system|value.",
                    "If-None-Exist takes identifier=system|value.");
        }
        String[] token = URLDecoder.decode(asked.get(0).substring(BY_NUMBER.length()), StandardCharsets.UTF_8)
                .split("\\|", 2);
        return new TokenParam(token.length == 2 ? token[0] : null, token[token.length - 1]);
    }
}
