package vn.tiepdon.server.desk;

import java.util.List;

/**
 * One drawing of the doctor's page.
 *
 * @param id unique in the page
 * @param svg the drawing
 * @param last the latest value and where it stands, in words
 * @param off whether the latest value lies outside of where it ought to
 * @param target where values ought to lie, in words
 * @param heads of the table that says the same
 * @param rows of that table: the day, then a value under each further head; the latest first
 */
record Chart(
        String id,
        String title,
        String svg,
        String last,
        boolean off,
        String target,
        List<String> heads,
        List<List<String>> rows) {

    @Override
    public String toString() {
        return "Chart[" + id + "]";
    }
}
