package vn.tiepdon.server.queue;

import java.util.Optional;
import java.util.UUID;

/** A ticket of one hospital. */
public record TicketId(UUID value) {

    private static final int UUID_LENGTH = 36;

    public static TicketId create() {
        return new TicketId(UUID.randomUUID());
    }

    /** Empty when the text is no such id. */
    public static Optional<TicketId> parse(String text) {
        try {
            return text == null || text.length() != UUID_LENGTH
                    ? Optional.empty()
                    : Optional.of(new TicketId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
