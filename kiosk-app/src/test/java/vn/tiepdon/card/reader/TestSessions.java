package vn.tiepdon.card.reader;

import vn.tiepdon.card.transport.Transport;

/** Sessions with cards that lie in no reader. */
public final class TestSessions {

    private TestSessions() {}

    public static CardSession of(Transport card) {
        return new CardSession(card, new byte[0]);
    }
}
