package vn.tiepdon.server.coverage.lookup;

import java.util.Optional;
import vn.tiepdon.server.coverage.gateway.InsuredCard;
import vn.tiepdon.server.coverage.gateway.Outcome;
import vn.tiepdon.server.coverage.gateway.ResultClass;

/** An outcome as it is kept. */
final class Outcomes {

    private Outcomes() {}

    static boolean answered(Outcome outcome) {
        return !(outcome instanceof Outcome.Unanswered);
    }

    /** By what it is, not by its code: a card that the gateway accepts may not hold on the day. */
    static ResultClass kind(Outcome outcome) {
        if (outcome instanceof Outcome.Holds) {
            return ResultClass.HOLDS;
        }
        if (outcome instanceof Outcome.NewCard) {
            return ResultClass.NEW_CARD;
        }
        if (outcome instanceof Outcome.NotInsured) {
            return ResultClass.NOT_INSURED;
        }
        return outcome instanceof Outcome.Desk
                ? ResultClass.DESK
                : outcome.result().kind();
    }

    static Optional<InsuredCard> card(Outcome outcome) {
        if (outcome instanceof Outcome.Holds holds) {
            return Optional.of(holds.card());
        }
        if (outcome instanceof Outcome.NewCard renewed) {
            return Optional.of(renewed.card());
        }
        return outcome instanceof Outcome.NotInsured not ? not.card() : Optional.empty();
    }
}
