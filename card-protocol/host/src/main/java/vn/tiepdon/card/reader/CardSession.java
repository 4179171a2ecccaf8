package vn.tiepdon.card.reader;

import vn.tiepdon.card.transport.Transport;

/** An exclusive session with one card, good for one {@link CardTask}. The reader's thread opens and closes it. */
public final class CardSession {

    private final Transport transport;
    private final byte[] atr;
    private boolean reset;

    CardSession(Transport transport, byte[] atr) {
        this.transport = transport;
        this.atr = atr.clone();
    }

    public Transport transport() {
        return transport;
    }

    /** @return the answer to reset; it names a kind of card, never a person */
    public byte[] atr() {
        return atr.clone();
    }

    /** Powers the card up anew when this session ends, so that nothing stays selected in it. */
    public void resetAfterwards() {
        reset = true;
    }

    boolean resetsAfterwards() {
        return reset;
    }
}
