package vn.tiepdon.server.coverage.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A record as the decision's file: all 26 elements in their order, and CHUKYDONVI for the signature. */
final class RecordXml {

    static final String SIGNATURE = "CHUKYDONVI";

    private RecordXml() {}

    static Document document(CheckInRecord record) {
        Document document = empty();
        Element root = document.createElement("CHI_TIEU_TRANG_THAI_KCB");
        document.appendChild(root);
        Element list = document.createElement("DSACH_TRANG_THAI_KCB");
        root.appendChild(list);
        Element row = document.createElement("TRANG_THAI_KCB");
        list.appendChild(row);
        for (RecordField field : RecordField.values()) {
            Element element = document.createElement(field.name());
            element.setTextContent(record.get(field));
            row.appendChild(element);
        }
        root.appendChild(document.createElement(SIGNATURE));
        return document;
    }

    static byte[] bytes(Document document) {
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Document empty() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
