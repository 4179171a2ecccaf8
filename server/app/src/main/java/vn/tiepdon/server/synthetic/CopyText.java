package vn.tiepdon.server.synthetic;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Rows in the text format of PostgreSQL's COPY: fields by tab, {@code \N} for null. */
final class CopyText {

    private static final int FULL = 60_000;

    private final Sink sink;
    private final StringBuilder text = new StringBuilder(FULL + 4_000);

    CopyText(Sink sink) {
        this.sink = sink;
    }

    void row(Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            value(values[i]);
        }
        text.append('\n');
        if (text.length() >= FULL) {
            flush();
        }
    }

    void flush() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        if (bytes.length > 0) {
            sink.write(bytes);
        }
    }

    private void value(Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof Integer number) {
            text.append(number.intValue());
        } else if (value instanceof Long number) {
            text.append(number.longValue());
        } else if (value instanceof String word) {
            escaped(word);
        } else {
            text.append(value);
        }
    }

    private void escaped(String word) {
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(letter);
            }
        }
    }

    interface Sink {

        void write(byte[] bytes) throws SQLException;
    }
}
