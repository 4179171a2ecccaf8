package vn.tiepdon.server.illness;

import java.util.List;

/**
 * What became of a list.
 *
 * @param refused the first of the lines that were not taken
 */
record Loaded(int added, int changed, int same, int refusedCount, List<RefusedLine> refused) {}
