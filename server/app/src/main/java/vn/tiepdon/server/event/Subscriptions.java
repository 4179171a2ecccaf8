package vn.tiepdon.server.event;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Everyone who watches this server, bounded in number. */
@Component
class Subscriptions {

    private final int limit;
    private final Set<Subscription> all = ConcurrentHashMap.newKeySet();

    Subscriptions(EventSettings settings) {
        this.limit = settings.subscribers();
    }

    /** @throws TooManyWatchersException when the bound is reached */
    synchronized void requireRoom() {
        forgetClosed();
        if (all.size() >= limit) {
            throw new TooManyWatchersException(limit);
        }
    }

    void add(Subscription subscription) {
        all.add(subscription);
    }

    List<Subscription> open() {
        forgetClosed();
        return List.copyOf(all);
    }

    void closeAll() {
        all.forEach(subscription -> subscription.connection().close());
        all.clear();
    }

    private void forgetClosed() {
        all.removeIf(subscription -> subscription.connection().closed());
    }
}
