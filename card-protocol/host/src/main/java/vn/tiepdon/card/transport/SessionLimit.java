package vn.tiepdon.card.transport;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Bounds a session: so many commands, so much time, checked before each command. (A single command that hangs is ended
 * by the reader's own time-out.)
 */
public final class SessionLimit implements Transport {

    private final Transport next;
    private final int maxCommands;
    private final Duration maxDuration;
    private final LongSupplier nanoClock;
    private final long start;
    private int commands;

    public SessionLimit(Transport next, int maxCommands, Duration maxDuration) {
        this(next, maxCommands, maxDuration, System::nanoTime);
    }

    SessionLimit(Transport next, int maxCommands, Duration maxDuration, LongSupplier nanoClock) {
        this.next = next;
        this.maxCommands = maxCommands;
        this.maxDuration = maxDuration;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
    }

    @Override
    public byte[] transmit(byte[] commandApdu) throws TransportException {
        Duration elapsed = Duration.ofNanos(nanoClock.getAsLong() - start);
        if (commands >= maxCommands || elapsed.compareTo(maxDuration) > 0) {
            throw new SessionLimitException(commands, elapsed);
        }
        commands++;
        return next.transmit(commandApdu);
    }
}
