package vn.tiepdon.kiosk.client;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;

/** Tells the server how the kiosk's parts are: soon after something has changed, and once a minute. */
public final class HealthReporter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HealthReporter.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** A reader that is pulled out and put in makes one report, not ten. */
    private static final Duration SOON = Duration.ofMillis(300);

    private final Map<DeviceHealth.Kind, DeviceHealth.Part> parts = new EnumMap<>(DeviceHealth.Kind.class);
    private final Function<DeviceHealth, CompletableFuture<Void>> sending;
    private final IntSupplier unsent;
    private final String version;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "health");
        thread.setDaemon(true);
        return thread;
    });

    HealthReporter(Function<DeviceHealth, CompletableFuture<Void>> sending, IntSupplier unsent, String version) {
        this.sending = sending;
        this.unsent = unsent;
        this.version = version;
    }

    public static HealthReporter to(HttpReception reception, String version) {
        return new HealthReporter(reception::report, reception::unsent, version).start();
    }

    /** A bridge keeps nothing unsent. */
    public static HealthReporter to(HttpCardOrders orders, String version) {
        return new HealthReporter(orders::report, () -> 0, version).start();
    }

    HealthReporter start() {
        timer.scheduleWithFixedDelay(this::send, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** @param faultOrNull null when the part is well */
    public void changed(DeviceHealth.Kind part, FaultCode faultOrNull) {
        synchronized (parts) {
            parts.put(part, new DeviceHealth.Part(part, faultOrNull));
        }
        if (due.compareAndSet(false, true)) {
            timer.schedule(this::send, SOON.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void send() {
        due.set(false);
        List<DeviceHealth.Part> known;
        synchronized (parts) {
            known = List.copyOf(parts.values());
        }
        sending.apply(new DeviceHealth(version, known, unsent.getAsInt())).whenComplete((done, failure) -> {
            if (failure != null) {
                // The next minute tells it again.
                LOG.debug("health not reported: {}", failure.getMessage());
            }
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
