package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.Writer;
import org.hl7.fhir.r4.model.Resource;

/** NDJSON, written. */
final class ResourceLines {

    private final IParser parser = R4.CONTEXT.newJsonParser();
    private final Writer out;

    ResourceLines(Writer out) {
        this.out = out;
    }

    void add(Chart chart) throws IOException {
        for (Resource one : (Iterable<Resource>) Everything.of(chart)::iterator) {
            parser.encodeResourceToWriter(one, out);
            out.write('\n');
        }
    }
}
