package vn.tiepdon.kiosk.bridge;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** Hands each event to every browser that listens. One that does not keep up is let go: it comes back and asks anew. */
final class EventHub {

    static final int MAX_LISTENERS = 8;

    private static final int MAX_WAITING = 64;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    /** One browser's events, in their order. */
    static final class Listener {

        private final BlockingQueue<BridgeEvent> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
        private volatile boolean behind;

        BlockingQueue<BridgeEvent> waiting() {
            return waiting;
        }

        boolean isBehind() {
            return behind;
        }

        void tell(BridgeEvent event) {
            behind |= !waiting.offer(event);
        }
    }

    /** Empty when too many listen already. */
    synchronized Optional<Listener> listen() {
        if (listeners.size() >= MAX_LISTENERS) {
            return Optional.empty();
        }
        Listener listener = new Listener();
        listeners.add(listener);
        return Optional.of(listener);
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }

    void publish(BridgeEvent event) {
        listeners.forEach(listener -> listener.tell(event));
    }
}
