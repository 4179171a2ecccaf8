package vn.tiepdon.server.exchange.xml;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.tiepdon.server.exchange.content.PersonFields;
import vn.tiepdon.server.exchange.content.VisitFields;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.patient.PatientDetails;

/** Writes the wrapper {@code GIAMDINHHS}, one HOSO after the other, in UTF-8. */
public final class InsuranceWriter {

    private static final XMLOutputFactory FACTORY = new WstxOutputFactory();
    private static final DateTimeFormatter MADE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String ENCODING = StandardCharsets.UTF_8.name();

    private final XMLStreamWriter xml;
    private final String hospital;
    private final ZoneId zone;
    private int written;

    /**
     * @param hospital mã CSKCB
     * @param count of the visits to come, as far as it is known
     */
    public InsuranceWriter(OutputStream out, String hospital, ZoneId zone, LocalDate made, long count)
            throws XMLStreamException {
        this.hospital = hospital;
        this.zone = zone;
        this.xml = FACTORY.createXMLStreamWriter(out, ENCODING);
        xml.writeStartDocument(ENCODING, "1.0");
        xml.writeStartElement(InsuranceFile.ROOT);
        xml.writeStartElement("THONGTINDONVI");
        element(xml, "MACSKCB", hospital);
        xml.writeEndElement();
        xml.writeStartElement("THONGTINHOSO");
        element(xml, "NGAYLAP", MADE.format(made));
        element(xml, "SOLUONGHOSO", Long.toString(count));
        xml.writeStartElement("DANHSACHHOSO");
    }

    /** @param clinic code of the visit's clinic */
    public void add(PatientDetails person, Visit visit, String clinic) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(InsuranceFile.RECORD);
        String source = VisitFields.source(visit);
        Map<String, String> summary = new LinkedHashMap<>(PersonFields.write(person));
        summary.putAll(VisitFields.write(visit, clinic, zone));
        summary.put("STT", Integer.toString(++written));
        summary.put("MA_CSKCB", hospital);
        file("XML1", document("TONG_HOP", writer -> elements(writer, TableElements.XML1, summary)));
        List<Map<String, String>> drugs = VisitFields.drugs(visit);
        if (!drugs.isEmpty()) {
            file(
                    "XML2",
                    document(
                            "CHITIEU_CHITIET_THUOC",
                            writer -> rows(
                                    writer, "DSACH_CHI_TIET_THUOC", Table.XML2, TableElements.XML2, source, drugs)));
        }
        List<Map<String, String>> results = VisitFields.results(visit, zone);
        if (!results.isEmpty()) {
            file(
                    "XML4",
                    document(
                            "CHITIEU_CHITIET_DICHVUCANLAMSANG",
                            writer -> rows(
                                    writer, "DSACH_CHI_TIET_CLS", Table.XML4, TableElements.XML4, source, results)));
        }
        xml.writeEndElement();
    }

    /** The end of the file; closes nothing. */
    public void finish() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEmptyElement("CHUKYDONVI");
        xml.writeEndDocument();
        xml.flush();
    }

    private void file(String type, byte[] document) throws XMLStreamException {
        xml.writeStartElement(InsuranceFile.FILE);
        element(xml, InsuranceFile.TYPE, type);
        element(xml, InsuranceFile.CONTENT, Base64.getEncoder().encodeToString(document));
        xml.writeEndElement();
    }

    private static byte[] document(String root, Content content) throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLStreamWriter writer = FACTORY.createXMLStreamWriter(bytes, ENCODING);
        writer.writeStartDocument(ENCODING, "1.0");
        writer.writeStartElement(root);
        content.write(writer);
        writer.writeEndDocument();
        writer.close();
        return bytes.toByteArray();
    }

    private static void rows(
            XMLStreamWriter writer,
            String list,
            Table table,
            List<String> names,
            String source,
            List<Map<String, String>> rows)
            throws XMLStreamException {
        writer.writeStartElement(list);
        int number = 0;
        for (Map<String, String> row : rows) {
            Map<String, String> values = new LinkedHashMap<>(row);
            values.put(VisitFields.SOURCE, source);
            values.put("STT", Integer.toString(++number));
            writer.writeStartElement(table.row());
            elements(writer, names, values);
            writer.writeEndElement();
        }
        writer.writeEndElement();
    }

    private static void elements(XMLStreamWriter writer, List<String> names, Map<String, String> values)
            throws XMLStreamException {
        for (String name : names) {
            String value = values.getOrDefault(name, "");
            if (value.isEmpty()) {
                writer.writeEmptyElement(name);
            } else {
                element(writer, name, value);
            }
        }
    }

    private static void element(XMLStreamWriter writer, String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }

    /** What stands in a document's root. */
    @FunctionalInterface
    private interface Content {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }
}
