package vn.tiepdon.server.exchange.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.tiepdon.server.exchange.ImportOrder;
import vn.tiepdon.server.exchange.SourceKind;

/**
 * A file of records on its way in.
 *
 * @param fileName as the one who sent it calls it; for people, never for a path
 * @param workMillis how long it has been worked on
 * @param broken where and why the file could not be read any further
 */
public record ImportJob(
        UUID id,
        ImportOrder order,
        SourceKind kind,
        String fileName,
        long fileBytes,
        ImportState state,
        Instant madeAt,
        Optional<Instant> endedAt,
        long workMillis,
        long bytesRead,
        ImportCounts counts,
        Optional<Breakage> broken) {

    private static final double MILLIS = 1000.0;

    /** The same job, further on. */
    ImportJob behind(ImportCounts nowCounts, long nowBytes, long nowMillis) {
        return new ImportJob(
                id, order, kind, fileName, fileBytes, state, madeAt, endedAt, nowMillis, nowBytes, nowCounts, broken);
    }

    /** Records a second over all the time that it was worked on; empty before the first batch. */
    public Optional<Double> perSecond() {
        return workMillis == 0 || counts.items() == 0
                ? Optional.empty()
                : Optional.of(counts.items() * MILLIS / workMillis);
    }

    /** As if the rest of the file went like what was read. */
    public Optional<Long> secondsLeft() {
        return state != ImportState.RUNNING || bytesRead == 0 || workMillis == 0
                ? Optional.empty()
                : Optional.of((long) ((fileBytes - bytesRead) / (bytesRead * MILLIS / workMillis)));
    }

    @Override
    public String toString() {
        return "ImportJob[" + id + " " + state + "]";
    }
}
