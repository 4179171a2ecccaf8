package vn.tiepdon.card.patientcard.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.SecureMessagingException;
import vn.tiepdon.card.transport.SecureMessagingException.Reason;
import vn.tiepdon.card.transport.StatusWord;

/** Answers of a card that has the keys and makes its messages wrongly all the same. */
class MessagingTest {

    private static final byte[] KEY = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final String BLOCK = "00112233445566778899aabbccddeeff";

    private final Messaging messaging = new Messaging(new SessionKeys(KEY, KEY, KEY, new byte[8]));

    @Test
    void whatIsPaddedRightIsTaken() throws Exception {
        assertThat(unwrapped("80" + "00".repeat(15), 0x9000)).isEmpty();
        assertThat(unwrapped("0180" + "00".repeat(14), 0x9000)).containsExactly(1);
        assertThat(unwrapped(BLOCK.substring(2) + "80", 0x9000)).hasSize(15);
        assertThat(unwrapped(BLOCK + "80" + "00".repeat(15), 0x9000))
                .isEqualTo(HexFormat.of().parseHex(BLOCK));
    }

    @Test
    void whatIsPaddedWronglyIsNot() {
        assertAltered(encrypted("00".repeat(16)), 0x9000);
        assertAltered(encrypted("01".repeat(16)), 0x9000);
        assertAltered(encrypted("01" + "00".repeat(15)), 0x9000);
        assertAltered(encrypted(BLOCK.substring(2) + "80" + "00".repeat(16)), 0x9000);
        assertAltered(new byte[15], 0x9000);
        assertAltered(new byte[17], 0x9000);
    }

    @Test
    void warningsAreProtectedAsWell() throws Exception {
        assertThat(unwrapped("0180" + "00".repeat(14), 0x6282)).containsExactly(1);
        assertThat(unwrapped("0180" + "00".repeat(14), 0x63C1)).containsExactly(1);
        assertRefused(new ResponseApdu(new byte[0], new StatusWord(0x6282)), Reason.ANSWER_ALTERED);
        assertRefused(new ResponseApdu(new byte[7], new StatusWord(0x6300)), Reason.ANSWER_ALTERED);
    }

    @Test
    void aProofAloneIsAnAnswerWithoutData() throws Exception {
        ResponseApdu answer = messaging.unwrap(proven(new byte[0], 0x9000));
        assertThat(answer.data()).isEmpty();
        assertThat(answer.isOk()).isTrue();
    }

    @Test
    void anErrorNeedsNoProofAndBringsNoData() throws Exception {
        ResponseApdu error = new ResponseApdu(new byte[0], new StatusWord(0x6A83));
        assertThat(messaging.unwrap(error)).isEqualTo(error);
        assertRefused(new ResponseApdu(new byte[1], new StatusWord(0x6A83)), Reason.ANSWER_ALTERED);
        assertRefused(new ResponseApdu(new byte[0], new StatusWord(0x6988)), Reason.COMMAND_REFUSED);
        assertRefused(new ResponseApdu(new byte[0], new StatusWord(0x6987)), Reason.COMMAND_REFUSED);
    }

    @Test
    void aForgottenSessionBelievesNothing() {
        ResponseApdu good = proven(encrypted("0180" + "00".repeat(14)), 0x9000);
        messaging.destroy();
        assertRefused(good, Reason.ANSWER_ALTERED);
    }

    private byte[] unwrapped(String padded, int status) throws Exception {
        return messaging.unwrap(proven(encrypted(padded), status)).data();
    }

    private void assertAltered(byte[] hidden, int status) {
        assertRefused(proven(hidden, status), Reason.ANSWER_ALTERED);
    }

    private void assertRefused(ResponseApdu answer, Reason reason) {
        assertThatThrownBy(() -> messaging.unwrap(answer))
                .isInstanceOfSatisfying(SecureMessagingException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason));
    }

    /** Before any command: the counter is zero, and so is the chain. */
    private static byte[] encrypted(String plain) {
        byte[] counter = new byte[16];
        counter[0] = (byte) 0x80;
        return Aes.encrypt(KEY, Aes.encryptBlock(KEY, counter), HexFormat.of().parseHex(plain));
    }

    private static ResponseApdu proven(byte[] hidden, int status) {
        byte[] proof = Cmac.of(
                KEY,
                new byte[16],
                hidden,
                ByteBuffer.allocate(2).putShort((short) status).array());
        byte[] data = Arrays.copyOf(hidden, hidden.length + 8);
        System.arraycopy(proof, 0, data, hidden.length, 8);
        return new ResponseApdu(data, new StatusWord(status));
    }
}
