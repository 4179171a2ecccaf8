package vn.tiepdon.server.exchange.content;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is kept here and has no element of its own, in the element that is left free (DU_PHONG):
 * {@code TIEPDON?SO_NGAY=30&MA_BAC_SI=BS.001}, encoded as in an address. What others write there is not read.
 */
final class Reserve {

    static final String NAME = "DU_PHONG";

    private static final String OURS = "TIEPDON?";
    private static final int LONGEST = 4_000;

    private final Map<String, String> values;

    private Reserve(Map<String, String> values) {
        this.values = values;
    }

    static Reserve read(Fields fields) {
        Map<String, String> values = new LinkedHashMap<>();
        String text = fields.text(NAME).filter(it -> it.length() <= LONGEST).orElse("");
        if (text.startsWith(OURS)) {
            for (String entry : text.substring(OURS.length()).split("&")) {
                String[] pair = entry.split("=", 2);
                if (pair.length == 2) {
                    decoded(pair[1]).ifPresent(value -> values.put(pair[0], value));
                }
            }
        }
        return new Reserve(values);
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(it -> !it.isBlank());
    }

    /** Empty for nothing. */
    static String write(Map<String, String> values) {
        return values.isEmpty()
                ? ""
                : OURS
                        + new TreeMap<>(values)
                                .entrySet().stream()
                                        .map(it -> it.getKey() + "="
                                                + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                                        .collect(Collectors.joining("&"));
    }
}
