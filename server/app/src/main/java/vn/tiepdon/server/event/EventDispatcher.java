package vn.tiepdon.server.event;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/**
 * The one thread that carries events from the table to the watchers of this server. It is nudged by commits here and
 * looks by itself for commits of other servers. Heartbeats follow only a look that succeeded: a screen whose server
 * lives but has lost its database must know that too.
 */
@Component
class EventDispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventDispatcher.class);
    private static final int BATCH = 200;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Subscriptions subscriptions;
    private final EventReader reader;
    private final EventSettings settings;
    private final HospitalClock clock;
    private final Nudge nudge;
    private final Pictures pictures = new Pictures();
    private volatile Thread thread;
    private boolean failing;
    private long lastHeartbeat = System.nanoTime();

    EventDispatcher(
            Subscriptions subscriptions, EventReader reader, EventSettings settings, HospitalClock clock, Nudge nudge) {
        this.subscriptions = subscriptions;
        this.reader = reader;
        this.settings = settings;
        this.clock = clock;
        this.nudge = nudge;
    }

    @Override
    public void start() {
        thread = new Thread(this::run, "events");
        thread.setDaemon(true);
        thread.start();
    }

    /** In the last phase, which stops first: otherwise the web server would wait for streams that never end. */
    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(STOP_WITHIN.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        subscriptions.closeAll();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                nudge.await(settings.poll());
                look();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                report(failure);
            }
        }
    }

    private void look() {
        List<Subscription> open = subscriptions.open();
        if (open.isEmpty()) {
            return;
        }
        Map<FacilityId, Long> heads = reader.heads();
        Instant now = clock.now();
        open.stream().collect(groupingBy(Subscription::facility)).forEach((facility, watchers) -> {
            long head = heads.getOrDefault(facility, 0L);
            for (Subscription watcher : watchers) {
                watcher.join(head, settings.backlog());
                watcher.greet(now);
            }
            pictures.show(watchers.stream().filter(Subscription::seesNothingYet).toList(), head);
            watchers.stream().collect(groupingBy(Subscription::cursor)).forEach((cursor, together) -> {
                if (cursor < head) {
                    catchUp(facility, cursor, head, together);
                }
            });
        });
        heartbeat(open);
        pictures.renew(open, heads);
        open.forEach(Subscription::flush);
        if (failing) {
            failing = false;
            log.info("events flow again");
        }
    }

    /** What is announced is on the board already, hence the picture first. */
    private void catchUp(FacilityId facility, long from, long head, List<Subscription> watchers) {
        long cursor = from;
        List<StoredEvent> events;
        do {
            events = reader.after(facility, cursor, BATCH);
            List<StoredEvent> happened = events;
            long seen = events.isEmpty()
                    ? head
                    : Math.max(head, events.get(events.size() - 1).seq());
            pictures.show(
                    watchers.stream()
                            .filter(watcher -> watcher.concernedBy(happened))
                            .toList(),
                    seen);
            for (Subscription watcher : watchers) {
                watcher.tell(events);
                watcher.flush();
            }
            cursor = events.isEmpty() ? cursor : events.get(events.size() - 1).seq();
        } while (events.size() == BATCH);
    }

    private void heartbeat(List<Subscription> open) {
        long now = System.nanoTime();
        if (now - lastHeartbeat >= settings.heartbeat().toNanos()) {
            lastHeartbeat = now;
            Instant at = clock.now();
            open.forEach(watcher -> watcher.connection().add(Frame.heartbeat(watcher.cursor(), at)));
        }
    }

    private void report(RuntimeException failure) {
        if (!failing) {
            failing = true;
            log.warn("no events can be read; watchers will call themselves lost", failure);
        }
    }
}
