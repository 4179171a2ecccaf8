package vn.tiepdon.server.patient.merge;

import java.util.Optional;
import java.util.UUID;

/** One merge of two people. */
public record MergeId(UUID value) {

    public static Optional<MergeId> parse(String text) {
        try {
            return Optional.of(new MergeId(UUID.fromString(text)));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
