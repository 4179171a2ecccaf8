package vn.tiepdon.kiosk.reader;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.reader.PcscProvider;
import vn.tiepdon.card.reader.ReaderEvent;
import vn.tiepdon.card.reader.ReaderMonitor;
import vn.tiepdon.card.reader.ReaderSettings;

/** Which reader there is and which card lies on it; of several cards the latest. */
public final class CardPlace implements AutoCloseable {

    private final Pattern readerName;
    private final Consumer<CardPlace> listener;
    private final Set<String> readers = new LinkedHashSet<>();
    private boolean serviceDown;
    private String readerOfCard;
    private Laid laid;
    private long cards;
    private ReaderMonitor monitor;

    /**
     * @param readerName readers with another name are left alone
     * @param listener told after each change, on the thread that watches the readers: must not block
     */
    public CardPlace(Pattern readerName, Consumer<CardPlace> listener) {
        this.readerName = readerName;
        this.listener = listener;
    }

    public CardPlace start(PcscProvider provider, ReaderSettings settings) {
        monitor = ReaderMonitor.start(provider, settings, this::on);
        return this;
    }

    /** The reader's name, as PC/SC gives it. */
    public synchronized Optional<String> reader() {
        return readerOfCard == null ? readers.stream().findFirst() : Optional.of(readerOfCard);
    }

    /** What is wrong with the reader; empty when there is one. */
    public synchronized Optional<FaultCode> fault() {
        if (!readers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(serviceDown ? FaultCode.READER_SERVICE_DOWN : FaultCode.READER_MISSING);
    }

    public synchronized Optional<Laid> laid() {
        return Optional.ofNullable(laid);
    }

    /** Never blocks: called on the thread that watches the readers. */
    public void on(ReaderEvent event) {
        if (change(event)) {
            listener.accept(this);
        }
    }

    private synchronized boolean change(ReaderEvent event) {
        if (event instanceof ReaderEvent.ServiceLost) {
            serviceDown = true;
            return true;
        } else if (event instanceof ReaderEvent.ServiceBack) {
            serviceDown = false;
            return true;
        } else if (event instanceof ReaderEvent.ReaderReady ready) {
            serviceDown = false;
            return isOurs(ready.reader()) && readers.add(ready.reader());
        } else if (event instanceof ReaderEvent.ReaderGone gone) {
            return readers.remove(gone.reader());
        } else if (event instanceof ReaderEvent.CardPresented presented && isOurs(presented.reader())) {
            laid = new Laid(++cards, presented.card());
            readerOfCard = presented.reader();
            return true;
        } else if (event instanceof ReaderEvent.CardRemoved removed
                && removed.reader().equals(readerOfCard)) {
            laid = null;
            readerOfCard = null;
            return true;
        }
        return false;
    }

    private boolean isOurs(String reader) {
        return readerName.matcher(reader).find();
    }

    @Override
    public void close() {
        if (monitor != null) {
            monitor.close();
        }
    }
}
