package vn.tiepdon.simulator.card.memory;

import java.util.concurrent.locks.ReentrantLock;
import javax.smartcardio.CardException;
import vn.tiepdon.simulator.card.VirtualCard;

/** A reader and the card in it. */
public final class MemoryReader {

    private static final String REMOVED = "SCARD_W_REMOVED_CARD";

    private final String name;
    private final MemoryReaders readers;
    private final ReentrantLock exclusive = new ReentrantLock();
    private volatile VirtualCard card;
    private volatile int events;
    private volatile int resets;

    MemoryReader(String name, MemoryReaders readers) {
        this.name = name;
        this.readers = readers;
    }

    public void present(VirtualCard next) {
        next.reset();
        synchronized (readers) {
            events += card == null ? 1 : 2;
            card = next;
            readers.changed();
        }
    }

    /** Pulls the card out; a command that runs now finds no card to answer it. */
    public void yank() {
        synchronized (readers) {
            if (card != null) {
                events++;
                card = null;
                readers.changed();
            }
        }
    }

    String name() {
        return name;
    }

    boolean hasCard() {
        return card != null;
    }

    /** Counts insertions and removals, as PC/SC's event counter does. */
    int events() {
        return events;
    }

    MemoryCard connect() throws CardException {
        synchronized (readers) {
            VirtualCard present = card;
            if (present == null) {
                throw new CardException("SCARD_E_NO_SMARTCARD");
            }
            return new MemoryCard(this, events, resets, present.atr());
        }
    }

    /**
     * @param connectedAt the events counted when the caller's handle was made
     * @param resetsThen the resets counted then
     */
    byte[] transmit(int connectedAt, int resetsThen, byte[] command) throws CardException {
        VirtualCard present = card;
        if (present == null || events != connectedAt) {
            throw new CardException(REMOVED);
        }
        if (resets != resetsThen) {
            throw new CardException("SCARD_W_RESET_CARD");
        }
        byte[] answer = present.transmit(command);
        if (events != connectedAt) {
            throw new CardException(REMOVED);
        }
        if (answer.length < 2) {
            throw new CardException("SCARD_W_UNRESPONSIVE_CARD");
        }
        return answer;
    }

    /** Other handles on the card learn of it with their next command. */
    void reset(int connectedAt) {
        synchronized (readers) {
            VirtualCard present = card;
            if (present != null && events == connectedAt) {
                resets++;
                present.reset();
            }
        }
    }

    ReentrantLock exclusive() {
        return exclusive;
    }
}
