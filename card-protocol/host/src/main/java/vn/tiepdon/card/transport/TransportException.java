package vn.tiepdon.card.transport;

/** No response came from the card. Messages hold no card data. */
public abstract sealed class TransportException extends Exception
        permits CardRemovedException,
                CardMuteException,
                ReaderFailedException,
                SessionLimitException,
                MalformedResponseException,
                SecureMessagingException {

    private static final long serialVersionUID = 1L;

    TransportException(String message, Throwable cause) {
        super(message, cause);
    }
}
