package vn.tiepdon.simulator.card.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;

/** All readers as {@code javax.smartcardio} shows them; each instance remembers what its own last wait saw. */
final class MemoryTerminals extends CardTerminals {

    private final MemoryReaders readers;
    private final Map<String, Integer> eventsBefore = new HashMap<>();
    private final Map<String, Integer> eventsNow = new HashMap<>();
    private long seen;

    MemoryTerminals(MemoryReaders readers) {
        this.readers = readers;
        look();
    }

    @Override
    public List<CardTerminal> list(State state) {
        return readers.all().stream()
                .filter(filter(state))
                .<CardTerminal>map(reader -> new MemoryTerminal(reader, readers))
                .toList();
    }

    private Predicate<MemoryReader> filter(State state) {
        return switch (state) {
            case ALL -> reader -> true;
            case CARD_PRESENT -> MemoryReader::hasCard;
            case CARD_ABSENT -> reader -> !reader.hasCard();
            case CARD_INSERTION -> reader -> isChange(reader, true);
            case CARD_REMOVAL -> reader -> isChange(reader, false);
        };
    }

    /** Every odd event of a reader is an insertion, every even one a removal. */
    private boolean isChange(MemoryReader reader, boolean insertion) {
        int before = eventsBefore.getOrDefault(reader.name(), 0);
        int now = eventsNow.getOrDefault(reader.name(), 0);
        return now - before >= 2 || now - before == 1 && now % 2 != 0 == insertion;
    }

    @Override
    public boolean waitForChange(long timeoutMillis) throws CardException {
        if (readers.all().isEmpty()) {
            throw new IllegalStateException("no readers");
        }
        if (!await(readers, seen, timeoutMillis)) {
            return false;
        }
        look();
        return true;
    }

    private void look() {
        synchronized (readers) {
            seen = readers.changes();
            eventsBefore.clear();
            eventsBefore.putAll(eventsNow);
            eventsNow.clear();
            readers.all().forEach(reader -> eventsNow.put(reader.name(), reader.events()));
        }
    }

    static boolean await(MemoryReaders readers, long since, long timeoutMillis) throws CardException {
        try {
            return readers.awaitChange(since, timeoutMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CardException("interrupted", e);
        }
    }
}
