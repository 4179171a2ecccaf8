package vn.tiepdon.server.exchange.content;

import java.time.LocalDate;
import java.util.Optional;
import vn.tiepdon.server.history.VisitDetails;

/**
 * A visit as another system tells of it.
 *
 * @param sourceId MA_LK
 * @param department MA_KHOA: a clinic here, or one that only the other system knows
 */
public record VisitPart(String sourceId, Optional<String> department, LocalDate day, VisitDetails details) {

    @Override
    public String toString() {
        return "VisitPart[…]";
    }
}
