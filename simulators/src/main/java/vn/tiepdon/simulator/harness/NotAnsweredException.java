package vn.tiepdon.simulator.harness;

/** The server refused, or gave no answer, where an answer was needed to go on. */
public final class NotAnsweredException extends RuntimeException {

    NotAnsweredException(Reply<?> reply) {
        super(said(reply), reply instanceof Reply.Unanswered<?> unanswered ? unanswered.cause() : null);
    }

    private static String said(Reply<?> reply) {
        if (reply instanceof Reply.Refused<?> refused) {
            return "the server refuses: " + refused.status() + " " + refused.code();
        }
        return "the server does not answer";
    }
}
