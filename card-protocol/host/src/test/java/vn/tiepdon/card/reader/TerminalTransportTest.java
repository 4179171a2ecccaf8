package vn.tiepdon.card.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.ReaderFailedException;

class TerminalTransportTest {

    private static final byte[] COMMAND = {0, (byte) 0xB0, 0, 0, 0};

    @Test
    void nothingOfAnAnswerStaysInTheBuffer() throws Exception {
        ByteBuffer[] seen = new ByteBuffer[1];
        CardChannel channel = new Channel(buffer -> {
            buffer.put(new byte[] {1, 2, (byte) 0x90, 0});
            seen[0] = buffer;
        });
        assertThat(new TerminalTransport(new Terminal(() -> false), channel).transmit(COMMAND))
                .containsExactly(1, 2, 0x90, 0);
        assertThat(seen[0].array()).containsOnly(0);
    }

    @Test
    void anExchangeThatBrokeIsARemovalWhenTheCardIsGoneAndSilenceWhenItIsThere() {
        assertThatThrownBy(() -> failing("SCARD_E_NOT_TRANSACTED", () -> true))
                .isInstanceOf(CardRemovedException.class);
        assertThatThrownBy(() -> failing("SCARD_E_NOT_TRANSACTED", () -> false)).isInstanceOf(CardMuteException.class);
        assertThatThrownBy(() -> failing("SCARD_E_NOT_TRANSACTED", () -> {
                    throw new CardException("SCARD_E_READER_UNAVAILABLE");
                }))
                .isInstanceOf(CardRemovedException.class);
    }

    @Test
    void anAnswerWithoutStatusWordIsABrokenExchange() {
        CardChannel channel = new Channel(buffer -> {
            throw new IllegalArgumentException("apdu must be at least 2 bytes long");
        });
        assertThatThrownBy(() -> new TerminalTransport(new Terminal(() -> false), channel).transmit(COMMAND))
                .isInstanceOf(CardMuteException.class);
    }

    @Test
    void aServiceThatIsGoneIsNamed() {
        assertThatThrownBy(() -> failing("SCARD_E_NO_SERVICE", () -> false))
                .isInstanceOfSatisfying(ReaderFailedException.class, failure -> assertThat(failure.reason())
                        .isEqualTo("SCARD_E_NO_SERVICE"));
    }

    private static void failing(String name, Absence absence) throws Exception {
        CardChannel channel = new Channel(buffer -> {
            throw new CardException(name);
        });
        new TerminalTransport(new Terminal(absence), channel).transmit(COMMAND);
    }

    private interface Answer {
        void into(ByteBuffer buffer) throws CardException;
    }

    private interface Absence {
        boolean isSeen() throws CardException;
    }

    private static final class Channel extends CardChannel {

        private final Answer answer;

        private Channel(Answer answer) {
            this.answer = answer;
        }

        @Override
        public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
            answer.into(response);
            return response.position();
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Card getCard() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getChannelNumber() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private static final class Terminal extends CardTerminal {

        private final Absence absence;

        private Terminal(Absence absence) {
            this.absence = absence;
        }

        @Override
        public boolean waitForCardAbsent(long timeoutMillis) throws CardException {
            return absence.isSeen();
        }

        @Override
        public String getName() {
            return "scripted";
        }

        @Override
        public Card connect(String protocol) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isCardPresent() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean waitForCardPresent(long timeoutMillis) {
            throw new UnsupportedOperationException();
        }
    }
}
