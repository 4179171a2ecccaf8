package vn.tiepdon.server.handover;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was done with somebody who came to the desk. */
enum Outcome {
    NUMBER,
    REGISTERED,
    ADVISED,
    /** Nobody was there any more. */
    GONE,
    /** No member of staff was needed: helped by a kiosk after all, or told anew. */
    DROPPED;

    /** Those that staff choose from. */
    static final List<Outcome> CHOICE = List.of(NUMBER, REGISTERED, ADVISED, GONE);

    static Optional<Outcome> chosen(String text) {
        return CHOICE.stream()
                .filter(it -> it.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
