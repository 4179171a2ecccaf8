package vn.tiepdon.server.synthetic;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Invents on one thread and writes on another; a few batches at most lie between them. */
final class Province {

    private static final int BETWEEN = 2;

    private final ProvinceOptions options;
    private final ProvinceDatabase database;
    private final ProvinceProgress progress;

    Province(ProvinceOptions options, ProvinceDatabase database, ProvinceProgress progress) {
        this.options = options;
        this.database = database;
        this.progress = progress;
    }

    void fill(Instant now, String password) throws SQLException, InterruptedException {
        ProvincePlan plan = ProvincePlan.of(options.patients(), options.visits(), options.facilities());
        Map<ProvinceShare, Map<String, Integer>> houses = new ProvinceHouses(database.jdbc(), password).open(plan);
        BlockingQueue<Optional<ProvinceRows.Made>> made = new ArrayBlockingQueue<>(BETWEEN);
        ExecutorService inventing = Executors.newSingleThreadExecutor();
        try {
            Future<?> invented = inventing.submit(() -> {
                try {
                    new ProvinceRows(options, now, houses).eachBatch(batch -> made.put(Optional.of(batch)));
                } finally {
                    made.put(Optional.empty());
                }
                return null;
            });
            progress.begin();
            for (Optional<ProvinceRows.Made> next = made.take(); next.isPresent(); next = made.take()) {
                database.write(next.get().rows());
                progress.made(next.get().patients(), next.get().visits());
            }
            invented.get();
        } catch (ExecutionException notInvented) {
            throw new IllegalStateException(notInvented.getCause());
        } finally {
            inventing.shutdownNow();
        }
        database.finish(progress::say);
    }
}
