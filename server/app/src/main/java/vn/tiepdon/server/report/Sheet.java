package vn.tiepdon.server.report;

import java.util.List;
import java.util.Locale;
import vn.tiepdon.server.language.Decimals;

/**
 * One table of a report, the same on the page and in its files.
 *
 * @param id of its texts
 * @param rows a text, then numbers: whole ones as {@link Integer} or {@link Long}, shares in percent as {@link Double},
 *     null where there is none
 */
public record Sheet(String id, String title, List<String> heads, List<List<Object>> rows) {

    /** As people write it. */
    public static String written(Object cell, Locale locale) {
        if (cell == null) {
            return "–";
        }
        return cell instanceof Double share
                ? Decimals.written(String.format(Locale.ROOT, "%.1f", share), locale) + " %"
                : cell.toString();
    }
}
