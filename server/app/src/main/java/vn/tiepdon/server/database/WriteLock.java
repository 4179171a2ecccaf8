package vn.tiepdon.server.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread at a time write to H2, in the order of their coming.
 *
 * <p>H2 2.4 stores its tables one by one while other threads go on writing to them, so that a transaction that ends in
 * that moment can reach the disk in half of its tables. A later store mends it, but not when the process is killed
 * before (h2database #2080). Without the lock, one kill in some fifty left a number without its event or a counter
 * behind its numbers.
 */
final class WriteLock {

    private final ReentrantLock lock = new ReentrantLock(true);

    /** @return whether the lock was had in time; then {@link #release} is owed, once for each time */
    boolean acquire(Duration within) {
        try {
            return lock.tryLock(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void release() {
        lock.unlock();
    }
}
