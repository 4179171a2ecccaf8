package vn.tiepdon.server.exchange.fhir;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * When the parts of a chart were last written, as far as it is known.
 *
 * @param visits by their ids
 * @param results by the ids under which they are told
 * @param moved when the patient was last merged or parted, which may have changed whose all of it is
 */
record Changes(Map<Long, Instant> visits, Map<String, Instant> results, Optional<Instant> moved) {

    static final Changes UNKNOWN = new Changes(Map.of(), Map.of(), Optional.empty());

    Optional<Instant> visit(long id) {
        return latest(visits.get(id));
    }

    Optional<Instant> result(String id) {
        return latest(results.get(id));
    }

    private Optional<Instant> latest(Instant written) {
        return moved.filter(it -> written == null || it.isAfter(written)).or(() -> Optional.ofNullable(written));
    }
}
