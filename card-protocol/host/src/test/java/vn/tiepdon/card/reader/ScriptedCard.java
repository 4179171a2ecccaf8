package vn.tiepdon.card.reader;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/** A card that answers 9000, unless it was told to fail, and remembers who had it. */
final class ScriptedCard extends Card {

    static final byte[] ATR = {0x3B, 0};

    private static final long PATIENCE_MILLIS = 10_000;

    private final List<String> events = new ArrayList<>();
    private final Deque<String> failures = new ArrayDeque<>();
    private final Deque<String> refusals = new ArrayDeque<>();

    /** @param names of PC/SC, for the next commands */
    synchronized void failNext(String... names) {
        failures.addAll(List.of(names));
    }

    /** For the next time that somebody connects. */
    synchronized void refuseNext(String name) {
        refusals.add(name);
    }

    /** In their order: alone, released, left or reset. */
    synchronized List<String> events() {
        return List.copyOf(events);
    }

    /** Returns at once when nobody has had the card since. */
    synchronized void awaitGoodbyeAfter(int seen) throws InterruptedException {
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (events.size() > seen && !isFree() && System.currentTimeMillis() < until) {
            wait(PATIENCE_MILLIS);
        }
    }

    private boolean isFree() {
        String last = events.get(events.size() - 1);
        return last.equals("left") || last.equals("reset");
    }

    synchronized void connect() throws CardException {
        if (!refusals.isEmpty()) {
            throw new CardException(refusals.remove());
        }
    }

    private synchronized void note(String event) {
        events.add(event);
        notifyAll();
    }

    private synchronized void answer(ByteBuffer response) throws CardException {
        if (!failures.isEmpty()) {
            throw new CardException(failures.remove());
        }
        response.put((byte) 0x90).put((byte) 0);
    }

    @Override
    public ATR getATR() {
        return new ATR(ATR);
    }

    @Override
    public String getProtocol() {
        return "T=1";
    }

    @Override
    public CardChannel getBasicChannel() {
        return new Channel();
    }

    @Override
    public CardChannel openLogicalChannel() throws CardException {
        throw new CardException("none");
    }

    @Override
    public void beginExclusive() {
        note("alone");
    }

    @Override
    public void endExclusive() {
        note("released");
    }

    @Override
    public byte[] transmitControlCommand(int controlCode, byte[] command) throws CardException {
        throw new CardException("none");
    }

    @Override
    public void disconnect(boolean reset) {
        note(reset ? "reset" : "left");
    }

    private final class Channel extends CardChannel {

        @Override
        public Card getCard() {
            return ScriptedCard.this;
        }

        @Override
        public int getChannelNumber() {
            return 0;
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) throws CardException {
            throw new CardException("bytes only");
        }

        @Override
        public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
            int before = response.position();
            answer(response);
            return response.position() - before;
        }

        @Override
        public void close() {}
    }
}
