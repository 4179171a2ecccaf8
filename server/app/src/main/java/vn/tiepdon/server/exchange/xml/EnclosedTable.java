package vn.tiepdon.server.exchange.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.exchange.content.Fields;

/** One table as it lies in the wrapper: base64 of an XML document. */
final class EnclosedTable {

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_VALUE = 64 * 1024;

    private final Table table;

    private EnclosedTable(Table table) {
        this.table = table;
    }

    /**
     * @param base64 without white space
     * @throws RefusedException when it cannot be read, or holds more than can be
     */
    static List<Fields> rows(Table table, String base64) throws RefusedException {
        byte[] document;
        try {
            document = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new RefusedException(RefusalReason.NOT_BASE64, table.name());
        }
        return new EnclosedTable(table).rows(document);
    }

    private List<Fields> rows(byte[] document) throws RefusedException {
        List<Fields> rows = new ArrayList<>();
        try {
            XMLStreamReader xml = SecureXml.read(StrictLetters.of(new ByteArrayInputStream(document)));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(table.row())) {
                    if (rows.size() == MOST_ROWS) {
                        throw refused(RefusalReason.TOO_LARGE);
                    }
                    rows.add(row(xml));
                }
            }
        } catch (XMLStreamException broken) {
            throw refused(SecureXml.reason(broken, RefusalReason.PART_BROKEN));
        } catch (RefusedException wrong) {
            throw wrong.refusal().reason() == RefusalReason.ENCODING_WRONG
                    ? refused(RefusalReason.ENCODING_WRONG)
                    : wrong;
        } catch (CharacterCodingException noLetters) {
            throw refused(RefusalReason.ENCODING_WRONG);
        } catch (IOException neverOfMemory) {
            throw new UncheckedIOException(neverOfMemory);
        }
        return rows;
    }

    private Fields row(XMLStreamReader xml) throws XMLStreamException, RefusedException {
        Map<String, String> fields = new HashMap<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                String value = value(xml, name);
                if (!value.isBlank()) {
                    fields.put(name, value);
                }
                if (fields.size() > MOST_FIELDS) {
                    throw refused(RefusalReason.TOO_LARGE);
                }
            }
        }
        return new Fields(fields);
    }

    private static String value(XMLStreamReader xml, String name) throws XMLStreamException, RefusedException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                default -> {
                    // comments and instructions say nothing
                }
            }
            if (text.length() > LONGEST_VALUE) {
                throw new RefusedException(RefusalReason.FIELD_TOO_LONG, name);
            }
        }
        return text.toString();
    }

    private RefusedException refused(RefusalReason reason) {
        return new RefusedException(reason, table.name());
    }
}
