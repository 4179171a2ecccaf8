package vn.tiepdon.simulator.insurance;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that expire. */
final class Tokens {

    private static final int MOST = 10_000;

    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    record Token(String access, String id, Instant until) {}

    Token take(int seconds) {
        if (until.size() > MOST) {
            until.clear();
        }
        Token token = new Token(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                Instant.now().plusSeconds(seconds));
        until.put(token.access() + token.id(), token.until());
        return token;
    }

    boolean good(String access, String id) {
        Instant end = until.get(access + id);
        return end != null && Instant.now().isBefore(end);
    }

    /** As if all of them had expired. */
    void forget() {
        until.clear();
    }
}
