package vn.tiepdon.simulator.insurance;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The check-in records that came, by MA_LK: the same again replaces it, and is counted. */
public final class ReceivedRecords {

    private static final int MOST = 100_000;

    private final Map<String, AtomicInteger> byId = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> byPatient = new ConcurrentHashMap<>();

    /** @return the number of the transaction; null when there is no such record in what came */
    String take(Map<String, String> form) {
        if (!"0".equals(form.get("loaiHoSo")) || form.get("fileHSBase64") == null || byId.size() > MOST) {
            return null;
        }
        try {
            byte[] file = Base64.getDecoder().decode(form.get("fileHSBase64"));
            Document record = parsed(file);
            String id = only(record, "MA_LK");
            String patient = only(record, "MA_BN");
            if (id == null || patient == null) {
                return null;
            }
            byId.computeIfAbsent(id, any -> new AtomicInteger()).incrementAndGet();
            byPatient
                    .computeIfAbsent(patient, any -> ConcurrentHashMap.newKeySet())
                    .add(id);
            return UUID.randomUUID().toString();
        } catch (Exception notARecord) {
            return null;
        }
    }

    private static String only(Document record, String element) {
        NodeList found = record.getElementsByTagName(element);
        return found.getLength() == 1 ? found.item(0).getTextContent() : null;
    }

    private static Document parsed(byte[] file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        disallowDoctypes(factory);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    private static void disallowDoctypes(DocumentBuilderFactory factory) throws ParserConfigurationException {
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    }

    /** How many different visits are known. */
    public int visits() {
        return byId.size();
    }

    /** How many patients have exactly one visit, however often its record came. */
    public long patientsWithOne() {
        return byPatient.values().stream().filter(visits -> visits.size() == 1).count();
    }

    /** How many came more often than once. */
    public long again() {
        return byId.values().stream().filter(count -> count.get() > 1).count();
    }
}
