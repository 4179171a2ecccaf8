package vn.tiepdon.server.coverage.gateway;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of an answer, strictly: text is text, a number is its digits, anything else is no field of an answer. */
final class AnswerFields {

    private static final int DEEPEST = 20;
    private static final int LONGEST = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    private final JsonNode object;

    private AnswerFields(JsonNode object) {
        this.object = object;
    }

    /** @throws GatewayException when it is no JSON object in UTF-8 */
    static AnswerFields read(byte[] body) throws GatewayException {
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree == null || !tree.isObject()) {
                throw garbled();
            }
            return new AnswerFields(tree);
        } catch (JacksonException broken) {
            throw garbled();
        }
    }

    /** @return the three characters of maKetQua; a number has lost its zeros and is taken only when it had none */
    String code() throws GatewayException {
        return text("maKetQua").filter(code -> code.length() == 3).orElseThrow(AnswerFields::garbled);
    }

    AnswerFields inner(String name) throws GatewayException {
        JsonNode inner = object.get(name);
        if (inner == null || !inner.isObject()) {
            throw garbled();
        }
        return new AnswerFields(inner);
    }

    /** NFC, without spaces around it; empty when null, blank or absent. */
    Optional<String> text(String name) throws GatewayException {
        JsonNode field = object.get(name);
        if (field == null || field.isNull()) {
            return Optional.empty();
        }
        if (!field.isString() && !field.isIntegralNumber()) {
            throw garbled();
        }
        String text = field.asString();
        if (text.length() > LONGEST) {
            throw garbled();
        }
        String bare = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        return bare.isEmpty() ? Optional.empty() : Optional.of(bare);
    }

    Optional<LocalDate> day(String name) throws GatewayException {
        Optional<String> text = text(name);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(GatewayDates.parse(text.get()).orElseThrow(AnswerFields::garbled));
    }

    /** A name for comparing: letters and their marks count, case and spaces do not. */
    static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toUpperCase(Locale.ROOT);
    }

    static GatewayException garbled() {
        return new GatewayException(GatewayFault.GARBLED);
    }
}
