package vn.tiepdon.server.exchange.hl7;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a receiver answers.
 *
 * @param code MSA-1 (HL7 table 0008)
 * @param controlId MSA-2
 * @param text MSA-3 and of ERR what is known of the fault; nothing of the message
 */
record Acknowledgment(String code, String controlId, String text) {

    private static final Pattern SEGMENTS = Pattern.compile("[\r\n]+");
    private static final int[] ERROR_FIELDS = {2, 3, 5, 7, 8};

    /** Empty when the bytes are no answer. */
    static Optional<Acknowledgment> of(byte[] bytes) {
        if (Header.of(bytes).isEmpty()) {
            return Optional.empty();
        }
        String[] segments = SEGMENTS.split(new String(bytes, StandardCharsets.UTF_8));
        Pattern separator = Pattern.compile(Pattern.quote(segments[0].substring(3, 4)));
        Optional<String[]> msa = fields(segments, separator, "MSA");
        return msa.filter(it -> it.length > 2).map(it -> {
            String errors = fields(segments, separator, "ERR")
                    .map(err -> Arrays.stream(ERROR_FIELDS)
                            .mapToObj(i -> field(err, i))
                            .filter(said -> !said.isEmpty())
                            .collect(Collectors.joining(" · ")))
                    .orElse("");
            String text = field(it, 3);
            return new Acknowledgment(field(it, 1), field(it, 2), text.isEmpty() ? errors : text + " · " + errors);
        });
    }

    boolean accepted() {
        return code.equals("AA") || code.equals("CA");
    }

    boolean refused() {
        return code.length() == 2 && "AC".indexOf(code.charAt(0)) >= 0 && "ER".indexOf(code.charAt(1)) >= 0;
    }

    private static Optional<String[]> fields(String[] segments, Pattern separator, String name) {
        return IntStream.range(0, segments.length)
                .filter(i -> segments[i].startsWith(name))
                .mapToObj(i -> separator.split(segments[i], -1))
                .findFirst();
    }

    private static String field(String[] fields, int number) {
        return number < fields.length ? fields[number].strip() : "";
    }
}
