package vn.tiepdon.card.reader;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CardTerminals.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The readers there are and the cards in them, as last seen by the watching thread, which alone uses this. */
final class Readers {

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int MAX_REMEMBERED = 64;

    private final PcscProvider provider;
    private final ReaderSettings settings;
    private final ReaderListener listener;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    /** Readers that were empty when the service was lost: a card found there afterwards was put there by somebody. */
    private final Set<String> emptyWhenLost = new HashSet<>();

    Readers(PcscProvider provider, ReaderSettings settings, ReaderListener listener) {
        this.provider = provider;
        this.settings = settings;
        this.listener = listener;
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    /** Compares with what is there now, however it came about. */
    void take(CardTerminals terminals) throws CardException {
        Set<String> there = names(terminals.list(State.ALL));
        Set<String> withCard = names(terminals.list(State.CARD_PRESENT));
        arriveAndLeave(there);
        emptyWhenLost.clear();
        for (String reader : there) {
            if (withCard.contains(reader)) {
                present(reader);
            } else {
                remove(reader);
            }
            slots.get(reader).firstSight = false;
        }
    }

    /** Applies what the last wait observed, a quick change of cards included. */
    void update(CardTerminals terminals) throws CardException {
        Set<String> removed = names(terminals.list(State.CARD_REMOVAL));
        Set<String> inserted = names(terminals.list(State.CARD_INSERTION));
        removed.forEach(this::remove);
        // First the cards, somebody is waiting; whether readers came or went is another call to the service.
        for (String reader : inserted) {
            if (!removed.contains(reader)
                    || names(terminals.list(State.CARD_PRESENT)).contains(reader)) {
                present(reader);
            }
        }
        if (!names(terminals.list(State.ALL)).equals(slots.keySet())) {
            take(terminals);
        }
    }

    /** The service is gone, and all readers with it. */
    void lose() {
        emptyWhenLost.clear();
        slots.forEach((reader, slot) -> {
            if (slot.presentation == null && emptyWhenLost.size() < MAX_REMEMBERED) {
                emptyWhenLost.add(reader);
            }
        });
        arriveAndLeave(Set.of());
    }

    void close() {
        slots.values().forEach(Slot::close);
        slots.clear();
    }

    void tell(ReaderEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            LOG.error("a listener failed on {}", event.getClass().getSimpleName(), e);
        }
    }

    private void arriveAndLeave(Set<String> there) {
        for (String gone : List.copyOf(slots.keySet())) {
            if (!there.contains(gone)) {
                remove(gone);
                slots.remove(gone).close();
                LOG.info("reader gone: {}", gone);
                tell(new ReaderEvent.ReaderGone(gone));
            }
        }
        for (String reader : there) {
            if (!slots.containsKey(reader)) {
                slots.put(reader, newSlot(reader));
                LOG.info("reader ready: {}", reader);
                tell(new ReaderEvent.ReaderReady(reader));
            }
        }
    }

    private Slot newSlot(String reader) {
        boolean wasEmpty = emptyWhenLost.contains(reader);
        Duration settling = wasEmpty ? Duration.ZERO : settings.settling();
        ReaderThread thread = new ReaderThread(reader, provider, settings);
        return new Slot(thread, !wasEmpty, System.nanoTime() + settling.toNanos());
    }

    private void present(String reader) {
        Slot slot = slots.get(reader);
        if (slot != null && slot.presentation == null) {
            boolean fresh = !slot.firstSight && System.nanoTime() - slot.settledAt >= 0;
            slot.presentation = new Presentation(slot.thread, settings.sessionTime());
            tell(new ReaderEvent.CardPresented(reader, fresh, slot.presentation));
        }
    }

    private void remove(String reader) {
        Slot slot = slots.get(reader);
        if (slot != null && slot.presentation != null) {
            slot.presentation.end();
            slot.presentation = null;
            tell(new ReaderEvent.CardRemoved(reader));
        }
    }

    private static Set<String> names(List<CardTerminal> terminals) {
        return terminals.stream().map(CardTerminal::getName).collect(Collectors.toSet());
    }

    /** One reader and the card in it. */
    private static final class Slot {

        private final ReaderThread thread;
        private final long settledAt;
        /** A card found now cannot be told from one that was forgotten. */
        private boolean firstSight;

        private Presentation presentation;

        private Slot(ReaderThread thread, boolean firstSight, long settledAt) {
            this.thread = thread;
            this.firstSight = firstSight;
            this.settledAt = settledAt;
            thread.start();
        }

        private void close() {
            thread.close();
        }
    }
}
