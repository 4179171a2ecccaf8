package vn.tiepdon.simulator.bench.screens;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The server, or the bare program: its screens, and who calls. */
final class Side {

    private static final long SHOWN_WITHIN = Duration.ofSeconds(5).toNanos();

    private final Televisions televisions;
    private final ShownCalls shown;
    private final Caller caller;
    private final List<String> called = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<Long> last = new ArrayList<>();

    Side(Televisions televisions, ShownCalls shown, Caller caller) {
        this.televisions = televisions;
        this.shown = shown;
        this.caller = caller;
    }

    /**
     * Calls once, and waits until all screens that watch show it.
     *
     * @return from asking for the call to the last screen that shows it, in ns
     */
    long call() throws IOException, InterruptedException {
        int watching = televisions.watching();
        long began = System.nanoTime();
        String ticket = caller.call();
        called.add(ticket);
        shown.awaitShown(ticket, watching, SHOWN_WITHIN);
        List<Long> each = shown.since(ticket, began);
        long slowest = each.stream().mapToLong(Long::longValue).max().orElse(0);
        times.addAll(each);
        last.add(slowest);
        return slowest;
    }

    /** A call that nothing is said about but that it must not be lost. */
    void callUnmeasured() throws IOException, InterruptedException {
        called.add(caller.call());
    }

    Televisions televisions() {
        return televisions;
    }

    ShownCalls shown() {
        return shown;
    }

    /** Tickets of all calls that were answered. */
    List<String> called() {
        return List.copyOf(called);
    }

    /** From asking for a call to each screen's showing it. */
    long[] times() {
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    /** From asking for a call to the last screen's showing it. */
    long[] lastTimes() {
        return last.stream().mapToLong(Long::longValue).toArray();
    }

    void forgetTimes() {
        times.clear();
        last.clear();
    }
}
