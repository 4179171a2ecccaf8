package vn.tiepdon.card.reader;

import java.util.concurrent.CompletableFuture;

/** A card in a reader, from the moment it came until it goes. */
public interface PresentedCard {

    /**
     * Runs a task on the reader's thread, with the card to itself.
     *
     * @return what the task gives, or what it threw. When the card is or gets pulled out, a
     *     {@link vn.tiepdon.card.transport.CardRemovedException}; when it does not answer in time, a
     *     {@link vn.tiepdon.card.transport.CardMuteException}. It always completes within
     *     {@link ReaderSettings#sessionTime} and a second.
     */
    <T> CompletableFuture<T> run(CardTask<T> task);
}
