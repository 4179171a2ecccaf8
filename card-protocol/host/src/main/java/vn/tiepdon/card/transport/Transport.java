package vn.tiepdon.card.transport;

import java.util.function.UnaryOperator;

/**
 * Sends one command APDU to a card and gives back its response APDU (data, then SW1 SW2; never shorter than 2 bytes).
 *
 * <p>Everything else about talking to a card is a decorator, added with {@link #then}: the last one added sees a
 * command first. A transport belongs to one thread at a time.
 */
@FunctionalInterface
public interface Transport {

    /**
     * @param commandApdu a short or extended command APDU after ISO/IEC 7816-4, CLA to Le
     * @throws TransportException when there is no response; the card's own refusals are status words, not exceptions
     */
    byte[] transmit(byte[] commandApdu) throws TransportException;

    default Transport then(UnaryOperator<Transport> decorator) {
        return decorator.apply(this);
    }

    default ResponseApdu transmit(CommandApdu command) throws TransportException {
        return ResponseApdu.of(transmit(command.toBytes()));
    }
}
