package vn.tiepdon.server.desk;

import java.util.List;
import vn.tiepdon.server.history.Visit;

/**
 * A visit in the doctor's history.
 *
 * @param hidden whether its content is not for this reader: it is sensitive, and the reader works in no room
 * @param measured values with their names and units
 * @param correctable whether this reader may correct it now
 */
record VisitView(Visit visit, String clinic, boolean hidden, List<String> measured, boolean correctable) {

    @Override
    public String toString() {
        return "VisitView[" + visit.id() + "]";
    }
}
