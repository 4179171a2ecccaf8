package vn.tiepdon.server.exchange.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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

/** A file of the wrapper {@code GIAMDINHHS}, one HOSO after the other. */
final class InsuranceFile implements RecordSource<HospitalRecord> {

    static final String ROOT = "GIAMDINHHS";
    static final String RECORD = "HOSO";
    static final String FILE = "FILEHOSO";
    static final String TYPE = "LOAIHOSO";
    static final String CONTENT = "NOIDUNGFILE";

    /** Of base64, for one record: some thousand rows. */
    private static final int LONGEST_RECORD = 8 * 1024 * 1024;

    private static final int LONGEST_TYPE = 20;
    private static final Pattern KNOWN = Pattern.compile("XML([1-9]|1[0-5])");

    private final CountedBytes bytes;
    private final VisitFields visits;
    private final ZoneId zone;
    private final XMLStreamReader xml;

    /** @throws FileBrokenException when it is no such file */
    InsuranceFile(InputStream file, VisitFields visits, ZoneId zone) throws FileBrokenException {
        this.bytes = new CountedBytes(file);
        this.visits = visits;
        this.zone = zone;
        try {
            this.xml = SecureXml.read(StrictLetters.of(bytes));
        } catch (RefusedException encoding) {
            throw new FileBrokenException(1, encoding.refusal());
        } catch (CharacterCodingException noLetters) {
            throw new FileBrokenException(1, RefusalReason.ENCODING_WRONG);
        } catch (XMLStreamException broken) {
            throw new FileBrokenException(1, SecureXml.reason(broken, RefusalReason.FILE_BROKEN));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!toStart() || !xml.getLocalName().equals(ROOT)) {
            throw new FileBrokenException(line(), Refusal.of(RefusalReason.FILE_BROKEN, ROOT));
        }
    }

    @Override
    public Optional<SourceItem<HospitalRecord>> next() throws FileBrokenException {
        return toRecord() ? Optional.of(record()) : Optional.empty();
    }

    @Override
    public void skip() throws FileBrokenException {
        if (toRecord()) {
            leave(1);
        }
    }

    @Override
    public long bytesRead() {
        return bytes.count();
    }

    @Override
    public void close() {
        try {
            xml.close();
            bytes.close();
        } catch (XMLStreamException | IOException gone) {
            throw new IllegalStateException("cannot be closed", gone);
        }
    }

    private SourceItem<HospitalRecord> record() throws FileBrokenException {
        long line = line();
        Enclosed tables = new Enclosed();
        Refusal wrong = tables(tables);
        try {
            if (wrong != null) {
                throw new RefusedException(wrong);
            }
            Fields summary = tables.summary();
            String source = summary.required(VisitFields.SOURCE, SourceItem.LONGEST_SOURCE);
            VisitFields.Parts parts = new VisitFields.Parts(
                    tables.rows(Table.XML2, source),
                    tables.rows(Table.XML4, source),
                    tables.rows(Table.XML14, source).stream().findFirst());
            HospitalRecord record = new HospitalRecord(
                    PersonFields.read(summary), Optional.of(visits.read(summary, parts, zone, tables.setAside())));
            return new SourceItem.Read<>(line, Optional.of(source), record, tables.setAside());
        } catch (RefusedException refused) {
            return new SourceItem.Refused<>(line, tables.sourceId(), refused.refusal());
        }
    }

    /** Reads to the end of the HOSO, whatever is in it; the first thing that is wrong is remembered. */
    private Refusal tables(Enclosed tables) throws FileBrokenException {
        Refusal wrong = null;
        String type = "";
        int room = LONGEST_RECORD;
        for (int depth = 1; depth > 0; ) {
            int event = advance();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                try {
                    switch (xml.getLocalName()) {
                        case FILE -> {
                            type = "";
                            depth++;
                        }
                        case TYPE -> type = text(LONGEST_TYPE, TYPE);
                        case CONTENT -> {
                            Optional<Table> table = Table.named(type);
                            if (table.isPresent() && wrong == null) {
                                String base64 = text(room, type);
                                room -= base64.length();
                                tables.add(table.get(), base64);
                            } else {
                                leave(1);
                                tables.setAside(KNOWN.matcher(type).matches() ? type : "?");
                            }
                        }
                        default -> depth++;
                    }
                } catch (RefusedException refused) {
                    wrong = wrong == null ? refused.refusal() : wrong;
                }
            }
        }
        return wrong;
    }

    /** The text of the element at hand without white space, to its end; too much of it is passed by. */
    private String text(int longest, String name) throws FileBrokenException, RefusedException {
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        for (int depth = 1; depth > 0; ) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    char[] letters = xml.getTextCharacters();
                    int end = xml.getTextStart() + xml.getTextLength();
                    for (int i = xml.getTextStart(); i < end && !tooLong; i++) {
                        if (!Character.isWhitespace(letters[i])) {
                            text.append(letters[i]);
                            tooLong = text.length() > longest;
                        }
                    }
                }
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
        if (tooLong) {
            throw new RefusedException(RefusalReason.TOO_LARGE, name);
        }
        return text.toString();
    }

    private boolean toRecord() throws FileBrokenException {
        while (toStart()) {
            if (xml.getLocalName().equals(RECORD)) {
                return true;
            }
        }
        return false;
    }

    /** To the next beginning of an element; no, at the end of the file. */
    private boolean toStart() throws FileBrokenException {
        for (int event = advance(); event != XMLStreamConstants.END_DOCUMENT; event = advance()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    private void leave(int elements) throws FileBrokenException {
        for (int depth = elements; depth > 0; ) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private int advance() throws FileBrokenException {
        try {
            return xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException broken) {
            throw new FileBrokenException(
                    Math.max(
                            1,
                            broken.getLocation() == null
                                    ? line()
                                    : broken.getLocation().getLineNumber()),
                    SecureXml.reason(broken, RefusalReason.FILE_BROKEN));
        }
    }

    private long line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }
}
