package vn.tiepdon.kiosk.client;

import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.fault.FaultCode;

/** What became of one request. */
sealed interface Reply<T> {

    /** The server did it. */
    record Accepted<T>(T body) implements Reply<T> {
        @Override
        public String toString() {
            return "Accepted[…]";
        }
    }

    /**
     * Our server has understood and refused; asking again would bring the same answer.
     *
     * @param card what is still to be done with the card that was refused, null when there is nothing
     */
    record Refused<T>(FaultCode fault, CardContact card) implements Reply<T> {}

    /** No answer, or one that settles nothing: whether the server did it is not known. */
    record Unanswered<T>(FaultCode fault) implements Reply<T> {}

    /** @throws ReceptionException unless accepted */
    default T orThrow() {
        if (this instanceof Accepted<T> accepted) {
            return accepted.body();
        }
        throw this instanceof Refused<T> refused
                ? new ReceptionException(refused.fault(), refused.card())
                : new ReceptionException(((Unanswered<T>) this).fault());
    }
}
