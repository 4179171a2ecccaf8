package vn.tiepdon.server.illness;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.tiepdon.server.illness.UnreadableListException.Reason;

/**
 * Text with separated values (RFC 4180) in UTF-8, with a byte order mark or without; between them a comma, semicolon or
 * tab, as Excel writes them by the computer's region.
 */
final class CsvRows {

    private static final char QUOTE = '"';
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int at;
    private int line = 1;

    private CsvRows(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static List<Row> read(byte[] file) throws UnreadableListException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new UnreadableListException(Reason.UNKNOWN_FORM);
            }
            return new CsvRows(text.startsWith("\uFEFF") ? text.substring(1) : text).read();
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableListException(Reason.UNKNOWN_FORM);
        }
    }

    /** The one that makes a head out of one of the first lines; above it there may be a title. */
    private static char separator(String text) {
        List<String> first = text.lines().limit(IllnessList.HEAD_WITHIN).toList();
        for (char one : SEPARATORS) {
            String between = Pattern.quote(String.valueOf(one));
            if (first.stream().anyMatch(it -> Columns.of(new Row(1, List.of(it.split(between))))
                    .isPresent())) {
                return one;
            }
        }
        return SEPARATORS[0];
    }

    private List<Row> read() throws UnreadableListException {
        int began = line;
        while (at < text.length()) {
            cells.add(cell());
            if (cells.size() > IllnessList.MOST_COLUMNS || rows.size() > IllnessList.MOST_LINES) {
                throw new UnreadableListException(Reason.TOO_LARGE);
            }
            if (at >= text.length() || text.charAt(at) != separator) {
                endOfLine(began);
                began = line;
            } else if (++at == text.length()) {
                cells.add("");
                endOfLine(began);
            }
        }
        return rows;
    }

    private void endOfLine(int began) {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
        rows.add(new Row(began, cells));
        cells = new ArrayList<>();
    }

    /** Up to a separator, the end of the line or of the text. */
    private String cell() {
        if (at < text.length() && text.charAt(at) == QUOTE) {
            return quoted();
        }
        int from = at;
        while (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char one = text.charAt(at++);
            if (one == '\n') {
                line++;
            }
            if (one != QUOTE) {
                cell.append(one);
            } else if (at < text.length() && text.charAt(at) == QUOTE) {
                cell.append(QUOTE);
                at++;
            } else {
                break;
            }
        }
        // What stands between a closing quote and the separator belongs to nobody.
        while (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return cell.toString();
    }

    private static boolean isLineEnd(char one) {
        return one == '\n' || one == '\r';
    }
}
