package vn.tiepdon.server.coverage.card;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list of facilities: CSV in UTF-8, with commas or semicolons, and a head that names {@code code} and {@code name}, and
 * if wished {@code from} and {@code until} (yyyy-MM-dd). It is taken whole or not at all.
 */
public final class CarePlaceFile {

    public static final int LARGEST = 4 << 20;

    private static final int MOST = 50_000;
    private static final int LONGEST = 300;
    /** Before all cards. */
    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private CarePlaceFile() {}

    /** Says which line is to blame, counted from 1 with the head; 0 for the file as such. */
    public static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final long line;

        UnreadableException(long line) {
            super("line " + line);
            this.line = line;
        }

        public long line() {
            return line;
        }
    }

    /** @throws UnreadableException also for a file larger than {@link #LARGEST}, or a code twice from the same day */
    public static List<CarePlaceRow> read(byte[] file) throws UnreadableException {
        if (file.length > LARGEST) {
            throw new UnreadableException(0);
        }
        String text = text(file);
        char separator = text.lines().findFirst().orElse("").indexOf(';') >= 0 ? ';' : ',';
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setIgnoreHeaderCase(true)
                .get();
        try (CSVParser lines = CSVParser.parse(new StringReader(text), format)) {
            if (!lines.getHeaderMap().containsKey("code")
                    || !lines.getHeaderMap().containsKey("name")) {
                throw new UnreadableException(1);
            }
            List<CarePlaceRow> rows = new ArrayList<>();
            Set<String> keys = new HashSet<>();
            for (CSVRecord line : lines) {
                CarePlaceRow row = row(line, lines.getCurrentLineNumber());
                rows.add(row);
                if (rows.size() > MOST || !keys.add(row.code().text() + row.from())) {
                    throw new UnreadableException(lines.getCurrentLineNumber());
                }
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalArgumentException malformed) {
            throw new UnreadableException(0);
        }
    }

    private static CarePlaceRow row(CSVRecord line, long number) throws UnreadableException {
        try {
            String name = Normalizer.normalize(line.get("name"), Normalizer.Form.NFC)
                    .replaceAll("[\\s\\p{Cc}]+", " ")
                    .strip();
            CarePlaceRow row = new CarePlaceRow(
                    FacilityCode.parse(line.get("code").strip()).orElseThrow(() -> new UnreadableException(number)),
                    day(line, "from").orElse(EVER),
                    day(line, "until"),
                    name);
            boolean ordered =
                    row.until().filter(until -> until.isBefore(row.from())).isEmpty();
            if (name.isEmpty() || name.length() > LONGEST || !ordered) {
                throw new UnreadableException(number);
            }
            return row;
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw new UnreadableException(number);
        }
    }

    private static Optional<LocalDate> day(CSVRecord line, String column) {
        String text = line.isMapped(column) ? line.get(column).strip() : "";
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static String text(byte[] file) throws UnreadableException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableException(0);
        }
    }
}
