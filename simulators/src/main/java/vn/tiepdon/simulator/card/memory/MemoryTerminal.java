package vn.tiepdon.simulator.card.memory;

import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/** A reader as {@code javax.smartcardio} shows it. */
final class MemoryTerminal extends CardTerminal {

    private final MemoryReader reader;
    private final MemoryReaders readers;

    MemoryTerminal(MemoryReader reader, MemoryReaders readers) {
        this.reader = reader;
        this.readers = readers;
    }

    @Override
    public String getName() {
        return reader.name();
    }

    @Override
    public Card connect(String protocol) throws CardException {
        return reader.connect();
    }

    @Override
    public boolean isCardPresent() {
        return reader.hasCard();
    }

    @Override
    public boolean waitForCardPresent(long timeoutMillis) throws CardException {
        return await(true, timeoutMillis);
    }

    @Override
    public boolean waitForCardAbsent(long timeoutMillis) throws CardException {
        return await(false, timeoutMillis);
    }

    private boolean await(boolean present, long timeoutMillis) throws CardException {
        long seen = readers.changes();
        while (reader.hasCard() != present) {
            if (!MemoryTerminals.await(readers, seen, timeoutMillis)) {
                return false;
            }
            seen = readers.changes();
        }
        return true;
    }
}
