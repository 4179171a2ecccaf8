package vn.tiepdon.card.reader;

/**
 * Work to do with a card, on its reader's thread.
 *
 * <p>It starts from SELECT: when another program resets the card, it is run again, once. A task that goes on where an
 * earlier one of the same stay has left the card, which keeps its power and what is selected between them, has to refuse
 * the second run itself.
 */
@FunctionalInterface
public interface CardTask<T> {

    T run(CardSession session) throws Exception;
}
