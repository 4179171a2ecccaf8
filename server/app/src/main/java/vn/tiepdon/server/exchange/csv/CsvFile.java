package vn.tiepdon.server.exchange.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.tiepdon.server.exchange.CountedBytes;
import vn.tiepdon.server.exchange.FileBrokenException;
import vn.tiepdon.server.exchange.RecordSource;
import vn.tiepdon.server.exchange.Refusal;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.exchange.SourceItem;
import vn.tiepdon.server.exchange.content.Fields;
import vn.tiepdon.server.exchange.content.HospitalRecord;
import vn.tiepdon.server.exchange.content.PersonFields;
import vn.tiepdon.server.exchange.content.VisitFields;

/**
 * A CSV file with a header line: of visits when it has MA_LK, else of patients. Between the values stands whichever of
 * semicolon, comma and tab the header has most of; values may stand in double quotes.
 */
final class CsvFile implements RecordSource<HospitalRecord> {

    private static final int LONGEST_LINE = 256 * 1024;
    private static final int LONGEST_HEADER = 16 * 1024;
    private static final int LONGEST_COLUMN = 60;
    private static final char MARK = '\uFEFF';

    private final CountedBytes bytes;
    private final VisitFields visits;
    private final ZoneId zone;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final List<String> columns;
    /** Lines of the header, which is read before the parser begins. */
    private final long above = 1;

    /** @throws FileBrokenException when there is no header with what must be there */
    CsvFile(InputStream file, VisitFields visits, ZoneId zone) throws FileBrokenException {
        this.bytes = new CountedBytes(file);
        this.visits = visits;
        this.zone = zone;
        try {
            BoundedLines letters = new BoundedLines(reader(bytes), LONGEST_LINE);
            String header = header(letters);
            char delimiter = delimiter(header);
            this.columns = columns(header, delimiter);
            this.parser = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter)
                    .setIgnoreEmptyLines(true)
                    .get()
                    .parse(letters);
            this.rows = parser.iterator();
        } catch (CharacterCodingException noLetters) {
            throw new FileBrokenException(1, RefusalReason.ENCODING_WRONG);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (String needed : List.of("HO_TEN", "NGAY_SINH")) {
            if (!columns.contains(needed)) {
                throw new FileBrokenException(1, Refusal.of(RefusalReason.FIELD_MISSING, needed));
            }
        }
    }

    /** In UTF-8, or in the UTF-16 that a mark at the beginning tells. */
    private static BufferedReader reader(InputStream bytes) throws IOException {
        PushbackInputStream file = new PushbackInputStream(bytes, 2);
        byte[] head = file.readNBytes(2);
        Charset charset = StandardCharsets.UTF_8;
        int kept = head.length;
        if (head.length == 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            charset = StandardCharsets.UTF_16LE;
            kept = 0;
        } else if (head.length == 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            charset = StandardCharsets.UTF_16BE;
            kept = 0;
        }
        file.unread(head, 0, kept);
        return new BufferedReader(new InputStreamReader(
                file,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static String header(BoundedLines letters) throws IOException, FileBrokenException {
        StringBuilder header = new StringBuilder();
        for (int one = letters.read(); one >= 0 && one != '\n'; one = letters.read()) {
            if (one != MARK && one != '\r') {
                header.append((char) one);
            }
            if (header.length() > LONGEST_HEADER) {
                throw new FileBrokenException(1, RefusalReason.TOO_LARGE);
            }
        }
        return header.toString();
    }

    private static char delimiter(String header) {
        char best = ';';
        for (char candidate : new char[] {',', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(it -> it == wanted).count();
    }

    private static List<String> columns(String header, char delimiter) throws FileBrokenException {
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : header.split(Pattern.quote(String.valueOf(delimiter)), -1)) {
            String name = cell.replace("\"", "").strip().toUpperCase(Locale.ROOT);
            if (!name.isEmpty() && !seen.add(name)) {
                throw new FileBrokenException(1, Refusal.of(RefusalReason.PART_TWICE, within(name)));
            }
            columns.add(name);
        }
        return columns;
    }

    private static String within(String name) {
        return name.length() <= LONGEST_COLUMN ? name : name.substring(0, LONGEST_COLUMN);
    }

    @Override
    public Optional<SourceItem<HospitalRecord>> next() throws FileBrokenException {
        long line = parser.getCurrentLineNumber() + above + 1;
        return row(line).map(it -> item(it, line));
    }

    @Override
    public void skip() throws FileBrokenException {
        row(parser.getCurrentLineNumber() + above + 1);
    }

    private Optional<CSVRecord> row(long line) throws FileBrokenException {
        try {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new FileBrokenException(line, reason(broken));
        }
    }

    private static RefusalReason reason(RuntimeException broken) {
        if (broken.getCause() instanceof CharacterCodingException) {
            return RefusalReason.ENCODING_WRONG;
        }
        if (broken.getCause() instanceof LineTooLongException) {
            return RefusalReason.TOO_LARGE;
        }
        if (broken instanceof UncheckedIOException disk && !(disk.getCause() instanceof CSVException)) {
            throw broken;
        }
        return RefusalReason.FILE_BROKEN;
    }

    private SourceItem<HospitalRecord> item(CSVRecord row, long line) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
            if (!columns.get(i).isEmpty() && !row.get(i).isBlank()) {
                values.put(columns.get(i), row.get(i));
            }
        }
        Fields fields = new Fields(values);
        try {
            if (row.size() > columns.size()) {
                throw new RefusedException(Refusal.of(RefusalReason.PART_BROKEN));
            }
            List<String> setAside = new ArrayList<>();
            HospitalRecord record = new HospitalRecord(
                    PersonFields.read(fields),
                    columns.contains(VisitFields.SOURCE)
                            ? Optional.of(visits.read(fields, CsvResults.of(fields), zone, setAside))
                            : Optional.empty());
            return new SourceItem.Read<>(line, fields.text(VisitFields.SOURCE), record, setAside);
        } catch (RefusedException refused) {
            return new SourceItem.Refused<>(line, fields.text(VisitFields.SOURCE), refused.refusal());
        }
    }

    @Override
    public long bytesRead() {
        return bytes.count();
    }

    @Override
    public void close() {
        try {
            parser.close();
            bytes.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
