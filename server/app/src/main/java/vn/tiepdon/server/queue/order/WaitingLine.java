package vn.tiepdon.server.queue.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.tiepdon.server.queue.TicketId;

/** Those who wait in a queue at an instant, for those who join them. */
public final class WaitingLine {

    private final CallOrder order;
    private final List<Candidate> waiting;
    private final Calls calls;
    private final Map<Candidate, Integer> places = new ConcurrentHashMap<>();

    public WaitingLine(CallOrder order, Collection<Candidate> waiting, Calls calls) {
        this.order = order;
        this.waiting = List.copyOf(waiting);
        this.calls = calls;
    }

    /** How many of them are called before somebody who comes now. */
    public int place(Candidate comer) {
        return places.computeIfAbsent(comer.last(), this::counted);
    }

    /** How often each of them has been overtaken, in the order in which they would be called. */
    public List<Integer> overtaken() {
        Map<TicketId, Integer> overtaken = new HashMap<>();
        waiting.forEach(it -> overtaken.put(it.id(), it.overtaken()));
        return order.sequence(waiting, calls, waiting.size()).stream()
                .map(it -> overtaken.get(it.id()))
                .toList();
    }

    private int counted(Candidate last) {
        List<Candidate> all = new ArrayList<>(waiting);
        all.add(last);
        return order.sequence(all, calls, all.size()).indexOf(last);
    }
}
