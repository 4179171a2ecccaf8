package vn.tiepdon.api.exchange;

import vn.tiepdon.api.Text;

/**
 * A record that was not imported.
 *
 * @param item counts the file's records from 1
 * @param line where it begins in the file
 * @param sourceId MA_LK, as far as it could be read; else null
 * @param field element or column that is to blame; null when it is none
 * @param text the reason for people
 */
public record RefusedRecord(long item, long line, String sourceId, String reason, String field, Text text) {}
