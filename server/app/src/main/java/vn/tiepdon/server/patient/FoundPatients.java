package vn.tiepdon.server.patient;

import java.util.List;
import vn.tiepdon.api.desk.PatientEntry;

/**
 * Those whom the desk's search shows.
 *
 * @param entries the likeliest first
 * @param more whether there are others, or may be: then more has to be said of whoever is meant
 */
public record FoundPatients(List<PatientEntry> entries, boolean more) {

    static FoundPatients first(List<PatientEntry> entries, int limit, boolean cut) {
        return new FoundPatients(entries.stream().limit(limit).toList(), cut || entries.size() > limit);
    }

    @Override
    public String toString() {
        return "FoundPatients[" + entries.size() + (more ? "+]" : "]");
    }
}
