package vn.tiepdon.server.exchange.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import vn.tiepdon.server.exchange.Refusal;
import vn.tiepdon.server.exchange.RefusalReason;

/**
 * One resource of a file, or why there is none.
 *
 * @param line where it begins; counts from 1
 * @param keys what references may call it: {@code Type/id} and the URL that its bundle gives it
 */
record Told(long line, Optional<Resource> resource, List<String> keys, Optional<Refusal> refusal) {

    static Told of(long line, Resource resource, String fullUrl) {
        List<String> keys = new ArrayList<>();
        if (resource.getIdElement().hasIdPart()) {
            keys.add(Pages.key(resource));
        }
        if (fullUrl != null && !fullUrl.isBlank()) {
            keys.add(fullUrl);
        }
        return new Told(line, Optional.of(resource), keys, Optional.empty());
    }

    static Told refused(long line, RefusalReason reason) {
        return new Told(line, Optional.empty(), List.of(), Optional.of(Refusal.of(reason)));
    }

    @Override
    public String toString() {
        return "Told[line " + line + "]";
    }
}
