package vn.tiepdon.server.patient;

import java.time.Instant;
import java.util.Optional;

/**
 * What of a patient was otherwise before.
 *
 * @param by login, device or other system
 */
public record PastValue(Part part, Optional<String> before, Optional<String> after, Instant at, String by) {

    /** What may change of somebody beside their numbers, which keep their own days. */
    public enum Part {
        NAME,
        BIRTH_DATE,
        SEX,
        TELEPHONE,
        ADDRESS
    }

    @Override
    public String toString() {
        return "PastValue[" + part + "]";
    }
}
