package vn.tiepdon.simulator.bench.screens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import vn.tiepdon.simulator.bench.screens.Television.State;

/** All screens, on one thread. */
final class Televisions implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int LOOK_MS = 20;
    /** At a time, as a hall that is switched on in the morning; otherwise the kernel's queue of connections overflows. */
    private static final int COMING = 50;

    private final List<Television> all;
    private final Selector selector;
    private final Thread thread;
    private volatile boolean closed;
    private volatile int watching;
    private volatile int refused;
    private volatile int boardBytes;

    Televisions(List<Television> all) {
        this.all = List.copyOf(all);
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.thread = new Thread(this::run, "televisions");
        thread.setDaemon(true);
        thread.start();
    }

    int watching() {
        return watching;
    }

    /** Those that the server has told that it is full. */
    int refused() {
        return refused;
    }

    /** Of the boards that the screens were sent last, on average. */
    int boardBytes() {
        return boardBytes;
    }

    /** Waits until each screen watches or was refused. */
    boolean awaitAll(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (watching + refused < all.size() && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        return watching + refused >= all.size();
    }

    /** Once they are switched off: the numbers of those that have ever watched. */
    List<Integer> everWatched() {
        return all.stream()
                .filter(Television::everWatched)
                .map(Television::number)
                .toList();
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        long looked = System.nanoTime() - LOOK_MS * 1_000_000L;
        try {
            while (!closed) {
                selector.select(key -> ready(key, buffer), LOOK_MS);
                long now = System.nanoTime();
                if (now - looked >= LOOK_MS * 1_000_000L) {
                    looked = now;
                    look(now);
                }
            }
            all.forEach(Television::leave);
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ready(SelectionKey key, ByteBuffer buffer) {
        ((Television) key.attachment()).ready(key, buffer);
    }

    private void look(long now) {
        int coming = 0;
        int there = 0;
        int full = 0;
        long bytes = 0;
        for (Television one : all) {
            bytes += one.boardBytes();
            there += one.state() == State.WATCHING ? 1 : 0;
            full += one.state() == State.REFUSED ? 1 : 0;
            if (coming < COMING && one.wantsToCome(now)) {
                coming++;
                one.come(selector);
            }
        }
        watching = there;
        boardBytes = (int) (bytes / all.size());
        refused = full;
    }

    @Override
    public void close() {
        switchOff();
    }

    void switchOff() {
        closed = true;
        selector.wakeup();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
