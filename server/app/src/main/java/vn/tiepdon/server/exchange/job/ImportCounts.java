package vn.tiepdon.server.exchange.job;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.tiepdon.server.exchange.WriteResult;
import vn.tiepdon.server.history.IntakeResult;

/**
 * What came of the records so far.
 *
 * @param items of the file, read or refused
 * @param patientsSimilar new patients who may be somebody known
 * @param setAside parts that are known and not interpreted, by name
 */
public record ImportCounts(
        long items,
        long visitsNew,
        long visitsSame,
        long visitsChanged,
        long refused,
        long patientsNew,
        long patientsSimilar,
        Map<String, Long> setAside) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0, Map.of());
    private static final int LONGEST_TEXT = 400;

    public ImportCounts {
        setAside = Map.copyOf(setAside);
    }

    ImportCounts plusRefused() {
        return new ImportCounts(
                items + 1, visitsNew, visitsSame, visitsChanged, refused + 1, patientsNew, patientsSimilar, setAside);
    }

    ImportCounts plus(WriteResult.Written written, Iterable<String> parts) {
        Map<String, Long> aside = new TreeMap<>(setAside);
        parts.forEach(part -> aside.merge(part, 1L, Long::sum));
        return new ImportCounts(
                items + 1,
                visitsNew + (written.result() == IntakeResult.NEW ? 1 : 0),
                visitsSame + (written.result() == IntakeResult.SAME ? 1 : 0),
                visitsChanged + (written.result() == IntakeResult.CHANGED ? 1 : 0),
                refused,
                patientsNew + (written.newPatient() ? 1 : 0),
                patientsSimilar + (written.perhapsKnown() ? 1 : 0),
                aside);
    }

    /** {@code XML3=120,XML5=7}; names that find no place are left out. */
    String setAsideText() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(setAside).forEach((name, count) -> {
            String entry = (text.isEmpty() ? "" : ",") + name + "=" + count;
            if (text.length() + entry.length() <= LONGEST_TEXT) {
                text.append(entry);
            }
        });
        return text.toString();
    }

    static Map<String, Long> setAside(String text) {
        return Arrays.stream(text.split(","))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.parseLong(pair[1])));
    }
}
