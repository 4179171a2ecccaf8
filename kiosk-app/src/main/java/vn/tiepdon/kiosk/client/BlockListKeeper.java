package vn.tiepdon.kiosk.client;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.card.SignedBlockList;
import vn.tiepdon.api.fault.FaultCode;

/** Asks for the list of blocked cards once a minute, keeps what was taken on disk, and says when it has grown old. */
public final class BlockListKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlockListKeeper.class);
    private static final String FILE = "block-list.json";
    private static final Duration EVERY = Duration.ofMinutes(1);
    /** Until the house and its keys are known, no list can be judged. */
    private static final Duration UNTIL_READY = Duration.ofSeconds(1);

    private static final Duration OLD = Duration.ofDays(1);
    private static final Duration BETWEEN_WRITES = Duration.ofHours(1);

    private final Function<String, CompletableFuture<Newer<SignedBlockList>>> asking;
    private final BooleanSupplier ready;
    private final Supplier<Instant> now;
    private final Path file;
    private final Predicate<SignedBlockList> judge;
    private final Consumer<FaultCode> listener;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "block list");
        thread.setDaemon(true);
        return thread;
    });
    /** In force; set by the timer's thread alone, like all that follows. */
    private volatile KeptBlockList kept;

    private Instant written = Instant.MIN;
    private boolean begun;
    /** Null until anything was told. */
    private Boolean toldOld;

    BlockListKeeper(
            Function<String, CompletableFuture<Newer<SignedBlockList>>> asking,
            BooleanSupplier ready,
            Supplier<Instant> now,
            Path folder,
            Predicate<SignedBlockList> judge,
            Consumer<FaultCode> listener) {
        this.asking = asking;
        this.ready = ready;
        this.now = now;
        this.file = folder.resolve(FILE);
        this.judge = judge;
        this.listener = listener;
    }

    /**
     * @param folder where the device's token lies
     * @param judge takes a list that is the hospital's own and no step back, and refuses any other
     * @param listener told when this changes: {@link FaultCode#BLOCK_LIST_OLD}, or null when all is well
     */
    public static BlockListKeeper of(
            HttpReception reception, Path folder, Predicate<SignedBlockList> judge, Consumer<FaultCode> listener) {
        return new BlockListKeeper(
                reception::blockList,
                () -> reception.lastConfiguration().isPresent(),
                reception.clock()::now,
                folder,
                judge,
                listener);
    }

    public void start() {
        timer.execute(this::look);
    }

    /** How long ago the server said that the list in force is the newest; empty while there is none. */
    public Optional<Duration> age() {
        return Optional.ofNullable(kept).map(list -> Duration.between(list.confirmed(), now.get()));
    }

    private void look() {
        if (!ready.getAsBoolean()) {
            again(UNTIL_READY);
            return;
        }
        if (!begun) {
            begun = true;
            begin();
        }
        asking.apply(kept == null ? null : kept.tag()).whenCompleteAsync(this::answered, timer);
    }

    private void begin() {
        Optional<KeptBlockList> stored = KeptBlockList.read(file).filter(read -> judge.test(read.list()));
        stored.ifPresent(read -> {
            kept = read;
            written = read.confirmed();
        });
    }

    private void answered(Newer<SignedBlockList> answer, Throwable failure) {
        try {
            if (failure != null) {
                LOG.debug("no list of blocked cards: {}", failure.getMessage());
            } else if (answer.body() != null) {
                take(answer);
            } else if (kept != null) {
                confirm(kept.confirmed(now.get()), false);
            }
            tell(isOld());
        } finally {
            again(EVERY);
        }
    }

    private void take(Newer<SignedBlockList> answer) {
        if (judge.test(answer.body())) {
            confirm(new KeptBlockList(answer.body(), answer.tag(), now.get()), true);
        }
    }

    /** A disk is not written to every minute, only to say that nothing has changed. */
    private void confirm(KeptBlockList confirmed, boolean changed) {
        kept = confirmed;
        if (changed || confirmed.confirmed().isAfter(written.plus(BETWEEN_WRITES))) {
            written = confirmed.confirmed();
            kept.write(file);
        }
    }

    private boolean isOld() {
        return age().map(age -> age.compareTo(OLD) > 0).orElse(true);
    }

    private void tell(boolean old) {
        if (!Boolean.valueOf(old).equals(toldOld)) {
            toldOld = old;
            listener.accept(old ? FaultCode.BLOCK_LIST_OLD : null);
        }
    }

    private void again(Duration after) {
        if (!timer.isShutdown()) {
            timer.schedule(this::look, after.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
