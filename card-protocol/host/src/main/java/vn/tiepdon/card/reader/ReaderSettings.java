package vn.tiepdon.card.reader;

import java.time.Duration;
import java.util.function.UnaryOperator;
import vn.tiepdon.card.transport.Transport;

/**
 * Bounds of the card readers.
 *
 * @param sessionCommands the most commands one task may send
 * @param sessionTime the longest one task may take
 * @param waitSlice how long one wait for a change may block; the state is checked again after it
 * @param settling a card that shows this soon after its reader was first seen counts as one that already lay there: a
 *     starting service names its readers before it knows their cards
 * @param decorator laid around every session's transport, the identity for none; a recording goes here
 */
public record ReaderSettings(
        int sessionCommands,
        Duration sessionTime,
        Duration waitSlice,
        Duration settling,
        UnaryOperator<Transport> decorator) {

    public static ReaderSettings defaults() {
        return new ReaderSettings(
                200, Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(1), UnaryOperator.identity());
    }

    public ReaderSettings withDecorator(UnaryOperator<Transport> other) {
        return new ReaderSettings(sessionCommands, sessionTime, waitSlice, settling, other);
    }

    public ReaderSettings withSessionTime(Duration other) {
        return new ReaderSettings(sessionCommands, other, waitSlice, settling, decorator);
    }

    public ReaderSettings withSettling(Duration other) {
        return new ReaderSettings(sessionCommands, sessionTime, waitSlice, other, decorator);
    }
}
