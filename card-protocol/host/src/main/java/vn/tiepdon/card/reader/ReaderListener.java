package vn.tiepdon.card.reader;

/** Hears of every {@link ReaderEvent} in order, one at a time, on the watching thread: it must not block. */
@FunctionalInterface
public interface ReaderListener {

    void on(ReaderEvent event);
}
