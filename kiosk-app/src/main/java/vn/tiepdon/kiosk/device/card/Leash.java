package vn.tiepdon.kiosk.device.card;

import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.Transport;

/** Lets go of the reader at the next command: the next patient must not wait for what this one no longer needs. */
final class Leash {

    private volatile boolean gone;

    void letGo() {
        gone = true;
    }

    boolean isGone() {
        return gone;
    }

    Transport on(Transport card) {
        return command -> {
            if (gone) {
                throw new CardRemovedException(null);
            }
            return card.transmit(command);
        };
    }
}
