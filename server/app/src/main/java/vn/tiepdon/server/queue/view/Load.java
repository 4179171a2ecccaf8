package vn.tiepdon.server.queue.view;

import java.time.Instant;

/**
 * How a place stands now.
 *
 * @param called called and not there yet
 * @param longest since when the one waits who has waited longest; null when nobody does
 */
public record Load(int waiting, int called, int inRoom, int missed, Instant longest) {

    public static final Load EMPTY = new Load(0, 0, 0, 0, null);

    Load with(String state, int people, Instant first) {
        return switch (state) {
            case "WAITING" -> new Load(people, called, inRoom, missed, first);
            case "CALLED" -> new Load(waiting, people, inRoom, missed, longest);
            case "IN_ROOM" -> new Load(waiting, called, people, missed, longest);
            case "MISSED" -> new Load(waiting, called, inRoom, people, longest);
            default -> this;
        };
    }
}
