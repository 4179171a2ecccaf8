package vn.tiepdon.server.coverage.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.tiepdon.api.Text;

/** Every result code with its class and its three texts, from {@code results.csv}, which names the source of each. */
public final class Results {

    /** The gateway accepts the card, but names another person or card. */
    public static final String OTHER_PERSON = "OTHER_PERSON";

    static final String EXPIRED = "010";

    private static final String UNKNOWN = "UNKNOWN";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final Map<String, Result> ALL = read();

    private Results() {}

    /** An unknown code is one for the desk. */
    public static Result of(String code) {
        return Optional.ofNullable(ALL.get(code)).orElseGet(() -> ALL.get(UNKNOWN));
    }

    public static Collection<Result> all() {
        return ALL.values();
    }

    private static Map<String, Result> read() {
        Map<String, Result> all = new LinkedHashMap<>();
        try (InputStream bytes = Results.class.getResourceAsStream("results.csv");
                CSVParser lines = CSVParser.parse(new InputStreamReader(bytes, StandardCharsets.UTF_8), FORMAT)) {
            for (CSVRecord line : lines) {
                Result result = new Result(
                        line.get("code"),
                        ResultClass.valueOf(line.get("class")),
                        text(line, "patient"),
                        text(line, "reception"),
                        text(line, "technician"));
                all.put(result.code(), result);
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Text text(CSVRecord line, String reader) {
        return new Text(line.get(reader + "_vi"), line.get(reader + "_en"));
    }
}
