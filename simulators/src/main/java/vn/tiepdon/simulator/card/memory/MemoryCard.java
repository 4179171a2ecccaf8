package vn.tiepdon.simulator.card.memory;

import java.nio.ByteBuffer;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/** A handle on the card that was there when it was made. */
final class MemoryCard extends Card {

    private final MemoryReader reader;
    private final int connectedAt;
    private final int resetsThen;
    private final ATR atr;
    private final CardChannel channel = new Channel();

    MemoryCard(MemoryReader reader, int connectedAt, int resetsThen, byte[] atr) {
        this.reader = reader;
        this.connectedAt = connectedAt;
        this.resetsThen = resetsThen;
        this.atr = new ATR(atr);
    }

    @Override
    public ATR getATR() {
        return atr;
    }

    @Override
    public String getProtocol() {
        return "T=1";
    }

    @Override
    public CardChannel getBasicChannel() {
        return channel;
    }

    @Override
    public CardChannel openLogicalChannel() throws CardException {
        throw new CardException("one channel only");
    }

    @Override
    public void beginExclusive() {
        reader.exclusive().lock();
    }

    @Override
    public void endExclusive() {
        reader.exclusive().unlock();
    }

    @Override
    public byte[] transmitControlCommand(int controlCode, byte[] command) throws CardException {
        throw new CardException("SCARD_E_UNSUPPORTED_FEATURE");
    }

    @Override
    public void disconnect(boolean reset) {
        if (reset) {
            reader.reset(connectedAt);
        }
    }

    private final class Channel extends CardChannel {

        @Override
        public Card getCard() {
            return MemoryCard.this;
        }

        @Override
        public int getChannelNumber() {
            return 0;
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) throws CardException {
            return new ResponseAPDU(reader.transmit(connectedAt, resetsThen, command.getBytes()));
        }

        @Override
        public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
            byte[] bytes = new byte[command.remaining()];
            command.get(bytes);
            byte[] answer = reader.transmit(connectedAt, resetsThen, bytes);
            response.put(answer);
            return answer.length;
        }

        @Override
        public void close() {
            // The basic channel stays open as long as its card.
        }
    }
}
