package vn.tiepdon.card.reader;

import java.security.Provider;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactorySpi;

/** A PC/SC service with one reader and one card in it. */
final class ScriptedService extends Provider {

    private static final long serialVersionUID = 1L;

    private final transient ScriptedCard card;
    private final transient CountDownLatch attempted = new CountDownLatch(1);
    private volatile String reader;
    private volatile boolean failsNext;
    private volatile int contexts;

    ScriptedService(String reader, ScriptedCard card) {
        super("Scripted", "1", "scripted");
        this.reader = reader;
        this.card = card;
        putService(new Service(this, "TerminalFactory", "PC/SC", "none", null, null) {
            @Override
            public Object newInstance(Object parameter) {
                return new TerminalFactorySpi() {
                    @Override
                    protected CardTerminals engineTerminals() {
                        return open();
                    }
                };
            }
        });
    }

    /** Only one thread opens contexts. */
    private CardTerminals open() {
        boolean fails = failsNext;
        failsNext = false;
        attempted.countDown();
        if (fails) {
            throw new IllegalStateException("SCARD_E_NO_SERVICE");
        }
        contexts++;
        return new Terminals();
    }

    /** @return how many were opened */
    int contexts() {
        return contexts;
    }

    void failNext() {
        failsNext = true;
    }

    void awaitAttempt() throws InterruptedException {
        attempted.await(10, TimeUnit.SECONDS);
    }

    void nameNoReader() {
        reader = null;
    }

    void nameReader(String name) {
        reader = name;
    }

    private final class Terminals extends CardTerminals {

        @Override
        public List<CardTerminal> list(State state) {
            return reader == null ? List.of() : List.of(new Terminal(reader));
        }

        @Override
        public boolean waitForChange(long timeoutMillis) {
            throw new IllegalStateException("nobody waits here");
        }
    }

    private final class Terminal extends CardTerminal {

        private final String name;

        private Terminal(String name) {
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Card connect(String protocol) throws CardException {
            card.connect();
            return card;
        }

        @Override
        public boolean isCardPresent() {
            return true;
        }

        @Override
        public boolean waitForCardPresent(long timeoutMillis) {
            return true;
        }

        @Override
        public boolean waitForCardAbsent(long timeoutMillis) {
            return false;
        }
    }
}
