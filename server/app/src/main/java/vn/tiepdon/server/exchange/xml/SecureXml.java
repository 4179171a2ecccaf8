package vn.tiepdon.server.exchange.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import vn.tiepdon.server.exchange.RefusalReason;

/** Reads XML piece by piece: without document types and entities of its own, without network, within bounds. */
final class SecureXml {

    private static final int DEEPEST = 16;
    private static final int ATTRIBUTES = 32;
    private static final int ATTRIBUTE = 8 * 1024;
    private static final int PIECE = 8 * 1024;
    private static final int CAUSES = 8;

    private static final XMLInputFactory FACTORY = factory();

    private SecureXml() {}

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing from outside");
        });
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ATTRIBUTE);
        factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, PIECE);
        // Else a fault in the letters shows only when a text is asked for, as an exception that nobody expects there.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        // Names of elements are those of a decision; a broken file must not fill the memory with its own.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
        return factory;
    }

    static XMLStreamReader read(Reader letters) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(letters);
    }

    /** Whether it was letters or structure. */
    static RefusalReason reason(XMLStreamException broken, RefusalReason structure) {
        Throwable cause = broken;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            if (cause instanceof CharacterCodingException) {
                return RefusalReason.ENCODING_WRONG;
            }
            Throwable next = cause instanceof XMLStreamException xml && xml.getNestedException() != null
                    ? xml.getNestedException()
                    : cause.getCause();
            cause = next == cause ? null : next;
        }
        return structure;
    }
}
