package vn.tiepdon.simulator.harness;

/** The server refused, or gave no answer, where an answer was needed to go on. */
public final class NotAnsweredException extends RuntimeException {

    NotAnsweredException(Reply<?> reply) {
        super(reply.toString(), reply instanceof Reply.Unanswered<?> unanswered ? unanswered.cause() : null);
    }
}
