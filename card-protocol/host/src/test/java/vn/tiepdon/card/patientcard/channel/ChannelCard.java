package vn.tiepdon.card.patientcard.channel;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.StatusWord;
import vn.tiepdon.card.transport.Transport;

/** The card's end of a channel: each command's data come back changed by a function, with status 9000. */
final class ChannelCard implements Transport {

    static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};

    private static final int MAC_LENGTH = 8;

    private final CardKeys keys;
    private final UnaryOperator<byte[]> application;
    private byte[] encryption;
    private byte[] mac;
    private byte[] responseMac;
    private byte[] hostCryptogram;
    private byte[] chain;
    private int commands;

    ChannelCard(CardKeys keys, UnaryOperator<byte[]> application) {
        this.keys = keys;
        this.application = application;
    }

    @Override
    public byte[] transmit(byte[] commandApdu) {
        CommandApdu command = CommandApdu.parse(commandApdu);
        return switch (command.ins()) {
            case 0x50 -> initializeUpdate(command);
            case 0x82 -> externalAuthenticate(command);
            default -> exchange(command);
        };
    }

    private byte[] initializeUpdate(CommandApdu command) {
        if (command.p1() != keys.version().code()) {
            return status(0x6A88);
        }
        byte[] context = concat(command.data(), CHALLENGE);
        encryption = SessionAnswer.derive(keys.encryption(), SessionAnswer.ENCRYPTION, 16, context);
        mac = SessionAnswer.derive(keys.mac(), SessionAnswer.MAC, 16, context);
        responseMac = SessionAnswer.derive(keys.mac(), SessionAnswer.RESPONSE_MAC, 16, context);
        hostCryptogram = SessionAnswer.derive(mac, SessionAnswer.HOST_CRYPTOGRAM, 8, context);
        byte[] cryptogram = SessionAnswer.derive(mac, SessionAnswer.CARD_CRYPTOGRAM, 8, context);
        byte[] head = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) command.p1(), 0x03, 0x60};
        chain = new byte[16];
        commands = 0;
        return concat(head, CHALLENGE, cryptogram, status(0x9000));
    }

    private byte[] externalAuthenticate(CommandApdu command) {
        boolean known = Arrays.equals(Arrays.copyOf(command.data(), 8), hostCryptogram);
        return status(known && isProven(command) ? 0x9000 : 0x63CE);
    }

    private byte[] exchange(CommandApdu command) {
        commands++;
        if (!isProven(command)) {
            return status(0x6988);
        }
        byte[] hidden = Arrays.copyOf(command.data(), command.data().length - MAC_LENGTH);
        byte[] plain = hidden.length == 0 ? hidden : unpadded(Aes.decrypt(encryption, vector(0), hidden));
        byte[] answer = application.apply(plain);
        byte[] wrapped = answer.length == 0 ? answer : Aes.encrypt(encryption, vector(0x80), padded(answer));
        byte[] proof = Arrays.copyOf(Cmac.of(responseMac, chain, wrapped, status(0x9000)), MAC_LENGTH);
        return concat(wrapped, proof, status(0x9000));
    }

    private boolean isProven(CommandApdu command) {
        byte[] whole = command.toBytes();
        int proofAt = 5 + command.data().length - MAC_LENGTH;
        chain = Cmac.of(mac, chain, Arrays.copyOf(whole, proofAt));
        return Arrays.equals(
                Arrays.copyOf(chain, MAC_LENGTH), Arrays.copyOfRange(whole, proofAt, proofAt + MAC_LENGTH));
    }

    private byte[] vector(int mark) {
        return Aes.encryptBlock(
                encryption,
                ByteBuffer.allocate(16).put(0, (byte) mark).putInt(12, commands).array());
    }

    private static byte[] padded(byte[] data) {
        byte[] padded = Arrays.copyOf(data, (data.length / 16 + 1) * 16);
        padded[data.length] = (byte) 0x80;
        return padded;
    }

    private static byte[] unpadded(byte[] padded) {
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        return Arrays.copyOf(padded, end);
    }

    private static byte[] status(int status) {
        return new ResponseApdu(new byte[0], new StatusWord(status)).toBytes();
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
