package vn.tiepdon.server.appointment;

import java.util.Optional;
import java.util.UUID;

/** An appointment of one hospital; also what the code on its slip says. */
public record AppointmentId(UUID value) {

    private static final int UUID_LENGTH = 36;

    static AppointmentId create() {
        return new AppointmentId(UUID.randomUUID());
    }

    /** Empty when the text is no such id. */
    public static Optional<AppointmentId> parse(String text) {
        try {
            return text == null || text.length() != UUID_LENGTH
                    ? Optional.empty()
                    : Optional.of(new AppointmentId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
