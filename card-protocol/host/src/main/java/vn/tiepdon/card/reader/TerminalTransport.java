package vn.tiepdon.card.reader;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.ReaderFailedException;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** Bytes to a card through {@code javax.smartcardio}, and its exceptions told apart. */
final class TerminalTransport implements Transport {

    /** The longest answer of an extended APDU; a provider fills it without asking twice. */
    private static final int ANSWER_BUFFER = 65_538;

    /** A little longer than the 400 ms in which pcsc-lite polls a reader that cannot interrupt. */
    private static final int REMOVAL_SHOWS_MILLIS = 700;

    private final CardTerminal terminal;
    private final CardChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocate(ANSWER_BUFFER);

    TerminalTransport(CardTerminal terminal, CardChannel channel) {
        this.terminal = terminal;
        this.channel = channel;
    }

    @Override
    public byte[] transmit(byte[] commandApdu) throws TransportException {
        try {
            answer.clear();
            int length = channel.transmit(ByteBuffer.wrap(commandApdu), answer);
            return Arrays.copyOf(answer.array(), length);
        } catch (CardException | IllegalStateException | IllegalArgumentException e) {
            throw translate(e, terminal);
        } finally {
            Arrays.fill(answer.array(), 0, answer.position(), (byte) 0);
        }
    }

    static TransportException translate(Exception failure, CardTerminal terminal) {
        return switch (PcscFault.of(failure)) {
            case REMOVED, RESET -> new CardRemovedException(failure);
            case MUTE -> new CardMuteException(failure);
            case BROKEN_EXCHANGE ->
                isGone(terminal) ? new CardRemovedException(failure) : new CardMuteException(failure);
            case SERVICE -> new ReaderFailedException(PcscFault.name(failure), failure);
        };
    }

    private static boolean isGone(CardTerminal terminal) {
        try {
            return terminal.waitForCardAbsent(REMOVAL_SHOWS_MILLIS);
        } catch (CardException | IllegalStateException e) {
            return true;
        }
    }
}
