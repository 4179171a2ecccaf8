package vn.tiepdon.server.event;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The views of all watchers, each drawn once however many look at it. Of the dispatcher's thread alone. */
final class Pictures {

    private static final Logger log = LoggerFactory.getLogger(Pictures.class);

    /** What changes without an event: a notice, a name, a day that is over. */
    private static final Duration OLD = Duration.ofSeconds(10);

    /** Calls must not wait for many old pictures to be drawn again. */
    private static final int OLD_AT_A_TIME = 4;

    private final Map<View, Picture> drawn = new HashMap<>();

    /** Shows each of the watchers who has a view how it stands after an event. */
    void show(List<Subscription> watchers, long seq) {
        watchers.stream()
                .filter(watcher -> watcher.view().isPresent())
                .collect(Collectors.groupingBy(watcher -> watcher.view().orElseThrow()))
                .forEach((view, together) -> draw(view, together, seq, false));
    }

    /** Draws some of the oldest pictures again, and forgets those that nobody looks at. */
    void renew(List<Subscription> open, Map<?, Long> heads) {
        Map<View, List<Subscription>> watched = open.stream()
                .filter(watcher -> watcher.view().isPresent())
                .collect(Collectors.groupingBy(watcher -> watcher.view().orElseThrow()));
        drawn.keySet().retainAll(watched.keySet());
        Set<View> old = drawn.entrySet().stream()
                .filter(entry -> entry.getValue().olderThan(OLD.toNanos()))
                .sorted(Comparator.comparingLong(entry -> entry.getValue().drawn()))
                .limit(OLD_AT_A_TIME)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (View view : old) {
            List<Subscription> together = watched.get(view);
            long seq = heads.getOrDefault(together.get(0).facility(), 0L);
            draw(view, together, seq, true);
        }
    }

    private void draw(View view, List<Subscription> watchers, long seq, boolean anew) {
        try {
            Picture now = drawn.compute(view, (it, before) -> {
                if (before == null) {
                    return Picture.draw(it, seq);
                }
                return anew || before.seq() < seq ? before.again(it, seq) : before;
            });
            watchers.forEach(watcher -> watcher.show(now));
        } catch (DataAccessException databaseGone) {
            throw databaseGone;
        } catch (RuntimeException broken) {
            // The others must hear their calls; these call themselves lost, and come back.
            log.warn("a view cannot be drawn; its {} watchers are let go", watchers.size(), broken);
            drawn.remove(view);
            watchers.forEach(watcher -> watcher.connection().close());
        }
    }
}
