package vn.tiepdon.server.coverage.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list of codes that changes with the law: each row holds from a day to a day. Files are CSV with the columns
 * {@code code}, {@code from}, {@code until} (empty: until further notice), {@code source} and what the list is about.
 */
public final class DatedTable<T> {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Map<String, List<Row<T>>> rows = new HashMap<>();

    private record Row<T>(LocalDate from, LocalDate until, T value) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }

        boolean overlaps(Row<T> other) {
            return (until == null || !other.from.isAfter(until)) && (other.until == null || !from.isAfter(other.until));
        }
    }

    private DatedTable() {}

    /** @param file beside this class, or where an absolute name says */
    static <T> DatedTable<T> read(String file, Function<CSVRecord, T> value) {
        try (InputStream bytes = DatedTable.class.getResourceAsStream(file);
                Reader letters = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            return read(letters, value);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException when a row is malformed, or two of a code hold on the same day */
    static <T> DatedTable<T> read(Reader letters, Function<CSVRecord, T> value) throws IOException {
        DatedTable<T> table = new DatedTable<>();
        try (CSVParser lines = CSVParser.parse(letters, FORMAT)) {
            for (CSVRecord line : lines) {
                String until = line.get("until");
                table.add(
                        line.get("code"),
                        new Row<>(
                                LocalDate.parse(line.get("from")),
                                until.isEmpty() ? null : LocalDate.parse(until),
                                value.apply(line)));
            }
        }
        return table;
    }

    private void add(String code, Row<T> row) {
        List<Row<T>> known = rows.computeIfAbsent(code, any -> new ArrayList<>());
        if (known.stream().anyMatch(row::overlaps)) {
            throw new IllegalArgumentException("two rows of " + code + " hold on the same day");
        }
        known.add(row);
    }

    /** What a code means on a day; empty when it means nothing then. */
    public Optional<T> at(String code, LocalDate day) {
        return rows.getOrDefault(code, List.of()).stream()
                .filter(row -> row.holds(day))
                .map(Row::value)
                .findFirst();
    }
}
