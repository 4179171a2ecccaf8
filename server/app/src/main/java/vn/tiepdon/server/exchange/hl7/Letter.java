package vn.tiepdon.server.exchange.hl7;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that a receiver is to be told.
 *
 * @param trigger {@code ADT^A04}
 * @param answerCode MSA-1 of a refusal; empty for what was never answered
 * @param answerText what the receiver has said to it
 */
record Letter(
        long seq,
        String trigger,
        String message,
        Instant madeAt,
        Optional<Instant> answeredAt,
        String answerCode,
        String answerText) {

    @Override
    public String toString() {
        return "Letter[" + seq + "]";
    }
}
