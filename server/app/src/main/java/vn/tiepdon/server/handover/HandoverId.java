package vn.tiepdon.server.handover;

import java.util.Optional;
import java.util.UUID;

/** The kiosk's own id of what it could not finish. */
record HandoverId(UUID value) {

    private static final int UUID_LENGTH = 36;

    /** Empty when the text is no such id. */
    static Optional<HandoverId> parse(String text) {
        try {
            return text.length() == UUID_LENGTH ? Optional.of(new HandoverId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
