package vn.tiepdon.card.reader;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;

/** Readers of which somebody says what their service saw. */
final class ScriptedTerminals extends CardTerminals {

    private final Map<State, List<String>> seen = new EnumMap<>(State.class);

    ScriptedTerminals readers(String... names) {
        return seen(State.ALL, names);
    }

    ScriptedTerminals withCard(String... names) {
        return seen(State.CARD_PRESENT, names);
    }

    ScriptedTerminals seen(State state, String... names) {
        seen.put(state, List.of(names));
        return this;
    }

    @Override
    public List<CardTerminal> list(State state) {
        return Stream.ofNullable(seen.get(state))
                .flatMap(List::stream)
                .<CardTerminal>map(Named::new)
                .toList();
    }

    @Override
    public boolean waitForChange(long timeoutMillis) {
        throw new IllegalStateException("nobody waits here");
    }

    private static final class Named extends CardTerminal {

        private final String name;

        private Named(String name) {
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Card connect(String protocol) throws CardException {
            throw new CardException("SCARD_E_NO_SMARTCARD");
        }

        @Override
        public boolean isCardPresent() {
            return false;
        }

        @Override
        public boolean waitForCardPresent(long timeoutMillis) {
            return false;
        }

        @Override
        public boolean waitForCardAbsent(long timeoutMillis) {
            return true;
        }
    }
}
