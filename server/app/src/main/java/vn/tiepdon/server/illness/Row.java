package vn.tiepdon.server.illness;

import java.util.List;

/**
 * A line of a list.
 *
 * @param line as its editor counts, from 1
 */
record Row(int line, List<String> cells) {

    /** Without space around it; empty when the line is shorter. */
    String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
    }
}
