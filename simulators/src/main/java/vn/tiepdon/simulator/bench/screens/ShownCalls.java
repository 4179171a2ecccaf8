package vn.tiepdon.simulator.bench.screens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When each screen showed each call, in {@link System#nanoTime()}; and how often. Filled by one thread, read by another. */
final class ShownCalls {

    private final int screens;
    private final Map<String, Shown> calls = new HashMap<>();

    ShownCalls(int screens) {
        this.screens = screens;
    }

    /** A screen heard of a call, with a board on which it stands. */
    synchronized void shown(int screen, String ticket, long now) {
        Shown call = calls.computeIfAbsent(ticket, it -> new Shown(new long[screens], new int[screens]));
        if (call.times[screen]++ == 0) {
            call.at[screen] = now;
            if (call.everywhere()) {
                notifyAll();
            }
        }
    }

    /** Waits until a call is shown by so many, or the time is over. */
    synchronized boolean awaitShown(String ticket, int wanted, long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (true) {
            Shown call = calls.get(ticket);
            if (call != null && call.count() >= wanted) {
                return true;
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(Math.min(left, 50));
        }
    }

    /** From an instant to each screen's showing it; what came before the instant, or never, is left out. */
    synchronized List<Long> since(String ticket, long began) {
        List<Long> times = new ArrayList<>();
        Shown call = calls.get(ticket);
        if (call != null) {
            for (long at : call.at) {
                if (at >= began) {
                    times.add(at - began);
                }
            }
        }
        return times;
    }

    /** Of these calls, how many were never shown by one of these screens, summed over the screens. */
    synchronized long lost(List<String> tickets, List<Integer> watching) {
        return tickets.stream()
                .mapToLong(ticket -> watching.stream()
                        .filter(screen -> !calls.containsKey(ticket) || calls.get(ticket).times[screen] == 0)
                        .count())
                .sum();
    }

    /** How often a screen heard of a call that it had heard of before. */
    synchronized long doubled() {
        return calls.values().stream()
                .flatMapToInt(call -> java.util.Arrays.stream(call.times))
                .filter(times -> times > 1)
                .mapToLong(times -> times - 1L)
                .sum();
    }

    private record Shown(long[] at, int[] times) {

        int count() {
            int count = 0;
            for (int one : times) {
                count += one > 0 ? 1 : 0;
            }
            return count;
        }

        boolean everywhere() {
            return count() == times.length;
        }
    }
}
