package vn.tiepdon.card.transport;

import java.time.Duration;

/** A session used up its commands or its time: a card that never comes to an end is treated as broken. */
public final class SessionLimitException extends TransportException {

    private static final long serialVersionUID = 1L;

    private final int commands;
    private final Duration elapsed;

    public SessionLimitException(int commands, Duration elapsed) {
        super("session ended by its limit after " + commands + " commands, " + elapsed.toMillis() + " ms", null);
        this.commands = commands;
        this.elapsed = elapsed;
    }

    public int commands() {
        return commands;
    }

    public Duration elapsed() {
        return elapsed;
    }
}
