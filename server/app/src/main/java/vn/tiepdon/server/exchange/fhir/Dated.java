package vn.tiepdon.server.exchange.fhir;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/**
 * A resource and the time that it tells of, by which searches pick and sort.
 *
 * @param at the beginning, of a day that is known without its hour
 */
record Dated<T extends Resource>(T resource, Instant at) {

    static <T extends Resource> List<T> resources(Stream<Dated<T>> dated) {
        return dated.map(Dated::resource).toList();
    }
}
