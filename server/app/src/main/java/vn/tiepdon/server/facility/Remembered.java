package vn.tiepdon.server.facility;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Answers that are good for some seconds, however many ask. */
public final class Remembered<K, V> {

    private static final int MOST = 5_000;

    private final Map<K, Known<V>> known = new ConcurrentHashMap<>();
    private final Duration life;
    private final HospitalClock clock;

    public Remembered(Duration life, HospitalClock clock) {
        this.life = life;
        this.clock = clock;
    }

    public V get(K key, Function<K, V> read) {
        Instant now = clock.now();
        Known<V> entry = known.get(key);
        if (entry == null || entry.old(life, now)) {
            if (known.size() >= MOST) {
                known.values().removeIf(it -> it.old(life, now));
            }
            entry = new Known<>(read.apply(key), now);
            if (known.size() < MOST) {
                known.put(key, entry);
            }
        }
        return entry.value();
    }

    private record Known<V>(V value, Instant at) {

        boolean old(Duration life, Instant now) {
            return Duration.between(at, now).abs().compareTo(life) > 0;
        }
    }
}
