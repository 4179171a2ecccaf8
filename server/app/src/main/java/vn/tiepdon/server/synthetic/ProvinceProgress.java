package vn.tiepdon.server.synthetic;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Says every few seconds how far the province is and how long it will still take. */
final class ProvinceProgress {

    private static final long SILENCE = Duration.ofSeconds(3).toNanos();

    private final ProvinceOptions options;
    private final Consumer<String> out;
    private final LongSupplier nanos;
    private long began;
    private long said;

    ProvinceProgress(ProvinceOptions options, Consumer<String> out, LongSupplier nanos) {
        this.options = options;
        this.out = out;
        this.nanos = nanos;
    }

    void begin() {
        began = nanos.getAsLong();
        said = began;
    }

    /** @param visits so many of the visits are written; they begin when everybody is there */
    void made(int patients, long visits) {
        long now = nanos.getAsLong();
        if (now - said < SILENCE) {
            return;
        }
        said = now;
        // A visit with what belongs to it costs about two patients' time.
        double share = (patients + 2.0 * visits) / (options.patients() + 2.0 * options.visits());
        long left = (long) ((now - began) * (1 - share) / share / 1e9);
        out.accept("%,d of %,d patients, %,d of %,d visits, about %d min %02d s left, then keys and indexes"
                .formatted(patients, options.patients(), visits, options.visits(), left / 60, left % 60));
    }

    void say(String what) {
        long seconds = Duration.ofNanos(nanos.getAsLong() - began).toSeconds();
        out.accept(String.format(Locale.ROOT, "%s (after %d s)", what, seconds));
    }
}
