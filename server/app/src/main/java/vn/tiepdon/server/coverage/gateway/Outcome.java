package vn.tiepdon.server.coverage.gateway;

import java.util.Optional;

/** What became of a question to the gateway. */
public sealed interface Outcome {

    Result result();

    /** Insured today. */
    record Holds(Result result, InsuredCard card) implements Outcome {}

    /** Insured with another card than the one asked for. */
    record NewCard(Result result, InsuredCard card) implements Outcome {}

    /** @param card the one that holds no more, or not yet, when the gateway told of it */
    record NotInsured(Result result, Optional<InsuredCard> card) implements Outcome {}

    /** Only papers can tell. */
    record Desk(Result result) implements Outcome {}

    /** The gateway has said nothing of the patient, by our fault or its own. */
    record Unanswered(Result result) implements Outcome {}

    static Outcome unanswered(GatewayFault fault) {
        return new Unanswered(Results.of(fault.name()));
    }
}
