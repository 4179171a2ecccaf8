package vn.tiepdon.server.facility;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Answers that are good for some seconds, however many ask. */
public final class Remembered<K, V> {

    private static final int MOST = 5_000;

    private final Map<K, Known<V>> known = new ConcurrentHashMap<>();
    private final Duration life;

    public Remembered(Duration life) {
        this.life = life;
    }

    public V get(K key, Function<K, V> read) {
        Known<V> entry = known.get(key);
        if (entry == null || entry.at().longerAgoThan(life)) {
            if (known.size() >= MOST) {
                known.values().removeIf(it -> it.at().longerAgoThan(life));
            }
            Moment now = Moment.now();
            entry = new Known<>(read.apply(key), now);
            if (known.size() < MOST) {
                known.put(key, entry);
            }
        }
        return entry.value();
    }

    private record Known<V>(V value, Moment at) {}
}
