package vn.tiepdon.card.reader;

/**
 * Work to do with a card, on its reader's thread.
 *
 * <p>It starts from SELECT: when another program resets the card, it is run again, once.
 */
@FunctionalInterface
public interface CardTask<T> {

    T run(CardSession session) throws Exception;
}
