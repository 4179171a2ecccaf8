package vn.tiepdon.card.patientcard.channel;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.SecureMessagingException;
import vn.tiepdon.card.transport.SecureMessagingException.Reason;
import vn.tiepdon.card.transport.StatusWord;

/** SCP03 messages at security level 33, from the host's side (Amendment D, 6.2.4 to 6.2.7). */
final class Messaging {

    private static final int PROTECTED = 0x04;
    private static final int HEADER = 5;
    private static final int MAC_LENGTH = 8;
    private static final byte PADDING = (byte) 0x80;
    private static final byte OF_THE_CARD = (byte) 0x80;
    private static final int MAC_WRONG = 0x6988;
    private static final int DATA_MISSING = 0x6987;

    private final byte[] encryption;
    private final byte[] mac;
    private final byte[] responseMac;
    private byte[] chain = new byte[Aes.BLOCK];
    private int commands;

    Messaging(SessionKeys keys) {
        encryption = keys.encryption();
        mac = keys.mac();
        responseMac = keys.responseMac();
    }

    /** @return whether the card says that it ended the session over a wrong message */
    static boolean isBroken(StatusWord status) {
        return status.value() == MAC_WRONG || status.value() == DATA_MISSING;
    }

    /** EXTERNAL AUTHENTICATE: the first message, proven but neither encrypted nor counted. */
    CommandApdu authenticate(CommandApdu plain) {
        return proven(plain, plain.data());
    }

    CommandApdu wrap(CommandApdu plain) {
        commands++;
        byte[] data = plain.data();
        byte[] hidden = data.length == 0 ? data : Aes.encrypt(encryption, vector((byte) 0), padded(data));
        // Every good answer carries a MAC, so every command asks for an answer.
        return proven(plain, hidden).expecting(CommandApdu.MAX_EXPECTED);
    }

    /** @throws SecureMessagingException when the card did not make this answer to the last command */
    ResponseApdu unwrap(ResponseApdu answer) throws SecureMessagingException {
        byte[] data = answer.data();
        if (!isProtected(answer.status())) {
            if (isBroken(answer.status())) {
                throw new SecureMessagingException(Reason.COMMAND_REFUSED);
            }
            require(data.length == 0);
            return answer;
        }
        require(data.length >= MAC_LENGTH);
        byte[] hidden = Arrays.copyOf(data, data.length - MAC_LENGTH);
        byte[] status = {(byte) answer.status().sw1(), (byte) answer.status().sw2()};
        byte[] expected = Arrays.copyOf(Cmac.of(responseMac, chain, hidden, status), MAC_LENGTH);
        require(MessageDigest.isEqual(expected, Arrays.copyOfRange(data, hidden.length, data.length)));
        if (hidden.length == 0) {
            return new ResponseApdu(hidden, answer.status());
        }
        require(hidden.length % Aes.BLOCK == 0);
        byte[] plain = unpadded(Aes.decrypt(encryption, vector(OF_THE_CARD), hidden));
        return new ResponseApdu(plain, answer.status());
    }

    void destroy() {
        Arrays.fill(encryption, (byte) 0);
        Arrays.fill(mac, (byte) 0);
        Arrays.fill(responseMac, (byte) 0);
    }

    private CommandApdu proven(CommandApdu plain, byte[] data) {
        int cla = plain.cla() | PROTECTED;
        byte[] header = ByteBuffer.allocate(HEADER)
                .put((byte) cla)
                .put((byte) plain.ins())
                .put((byte) plain.p1())
                .put((byte) plain.p2())
                .put((byte) (data.length + MAC_LENGTH))
                .array();
        chain = Cmac.of(mac, chain, header, data);
        byte[] proven = ByteBuffer.allocate(data.length + MAC_LENGTH)
                .put(data)
                .put(chain, 0, MAC_LENGTH)
                .array();
        return new CommandApdu(cla, plain.ins(), plain.p1(), plain.p2(), proven, plain.expected());
    }

    /** The counter of this command, encrypted; the card marks it as its own. */
    private byte[] vector(byte marked) {
        byte[] counter = ByteBuffer.allocate(Aes.BLOCK)
                .put(0, marked)
                .putInt(Aes.BLOCK - Integer.BYTES, commands)
                .array();
        return Aes.encryptBlock(encryption, counter);
    }

    private static boolean isProtected(StatusWord status) {
        return status.isOk() || status.sw1() == 0x62 || status.sw1() == 0x63;
    }

    private static byte[] padded(byte[] data) {
        byte[] padded = Arrays.copyOf(data, (data.length / Aes.BLOCK + 1) * Aes.BLOCK);
        padded[data.length] = PADDING;
        return padded;
    }

    private static byte[] unpadded(byte[] padded) throws SecureMessagingException {
        int end = padded.length - 1;
        while (end > 0 && padded[end] == 0) {
            end--;
        }
        require(padded[end] == PADDING && end >= padded.length - Aes.BLOCK);
        return Arrays.copyOf(padded, end);
    }

    private static void require(boolean holds) throws SecureMessagingException {
        if (!holds) {
            throw new SecureMessagingException(Reason.ANSWER_ALTERED);
        }
    }
}
