package vn.tiepdon.api.exchange;

import java.time.Instant;
import java.util.Map;

/**
 * How far a file is.
 *
 * @param format what the file is written in: INSURANCE_XML, CSV, …
 * @param state WAITING, RUNNING, DONE, CANCELLED or BROKEN
 * @param records read or refused so far
 * @param similar new patients who may be somebody known
 * @param setAside parts that are known and not interpreted, by name
 * @param perSecond records, over all the time that was worked; null before the first
 * @param secondsLeft null while nobody knows
 * @param brokenLine where the file could not be read any further; null when it could
 * @param brokenReason why; null when it could
 */
public record ImportStatus(
        String id,
        String format,
        String fileName,
        String state,
        long bytes,
        long bytesRead,
        long records,
        long created,
        long same,
        long changed,
        long refused,
        long patients,
        long similar,
        Map<String, Long> setAside,
        Double perSecond,
        Long secondsLeft,
        Instant madeAt,
        Instant endedAt,
        Long brokenLine,
        String brokenReason) {

    /** Whether nothing will change any more. */
    public boolean ended() {
        return !"WAITING".equals(state) && !"RUNNING".equals(state);
    }
}
