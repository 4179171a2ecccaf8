package vn.tiepdon.simulator.card.citizen;

import java.security.MessageDigest;
import java.util.Map;

/** The card's end of secure messaging (ICAO Doc 9303 part 11, 9.8). */
final class SecureChannel {

    private static final int CRYPTOGRAM_WITHOUT_TLV = 0x87;
    private static final int CRYPTOGRAM_WITH_TLV = 0x85;
    private static final int EXPECTED = 0x97;
    private static final int STATUS = 0x99;
    private static final int MAC = 0x8E;
    private static final int PADDED = 1;
    /** DO99 and DO8E, beside the cryptogram. */
    private static final int FRAME = 14;
    /** Tag, length and padding indicator of a cryptogram that still fits a short answer. */
    private static final int CRYPTOGRAM_HEAD = 4;

    private final SessionCipher cipher;
    private final byte[] encryptionKey;
    private final byte[] macKey;
    private final byte[] counter;

    /** @param counter the send sequence counter before the first command, one block */
    SecureChannel(SessionCipher cipher, byte[] encryptionKey, byte[] macKey, byte[] counter) {
        this.cipher = cipher;
        this.encryptionKey = encryptionKey;
        this.macKey = macKey;
        this.counter = counter.clone();
    }

    /** With the keys that come from an agreed secret, and a counter of zero. */
    static SecureChannel from(SessionCipher cipher, byte[] secret) {
        return new SecureChannel(
                cipher,
                cipher.deriveKey(secret, SessionCipher.FOR_ENCRYPTION),
                cipher.deriveKey(secret, SessionCipher.FOR_MAC),
                cipher.zeroIv());
    }

    /** The most data that an answer of 256 bytes can hold. */
    int shortAnswerLimit() {
        int cryptogram = (CardCommand.SHORT_MAX - FRAME - CRYPTOGRAM_HEAD) / cipher.blockSize() * cipher.blockSize();
        return cryptogram - 1;
    }

    CardCommand open(CardCommand command) throws ChannelBrokenException {
        count();
        Map<Integer, byte[]> objects = objectsOf(command);
        byte[] mac = objects.remove(MAC);
        if (mac == null) {
            throw new ChannelBrokenException(CardAnswer.PROTECTION_MISSING);
        }
        byte[] header = Bytes.pad(command.header(), cipher.blockSize());
        byte[] message = Bytes.join(counter, header);
        if (!objects.isEmpty()) {
            message = Bytes.pad(Bytes.join(message, encoded(objects)), cipher.blockSize());
        }
        if (!MessageDigest.isEqual(cipher.mac(macKey, message), mac)) {
            throw new ChannelBrokenException(CardAnswer.PROTECTION_WRONG);
        }
        try {
            return command.opened(decrypted(objects), expected(objects.get(EXPECTED)));
        } catch (IllegalArgumentException e) {
            throw new ChannelBrokenException(CardAnswer.PROTECTION_WRONG);
        }
    }

    /** @param odd whether the command's instruction was odd, whose data are data objects themselves */
    CardAnswer protect(CardAnswer answer, boolean odd) {
        count();
        byte[] objects = Tlv.of(STATUS, answer.statusBytes());
        if (answer.data().length > 0) {
            objects = Bytes.join(encrypted(answer.data(), odd), objects);
        }
        byte[] message = Bytes.pad(Bytes.join(counter, objects), cipher.blockSize());
        return new CardAnswer(Bytes.join(objects, Tlv.of(MAC, cipher.mac(macKey, message))), answer.status());
    }

    private byte[] encrypted(byte[] data, boolean odd) {
        byte[] iv = cipher.messageIv(encryptionKey, counter);
        byte[] cryptogram = cipher.encrypt(encryptionKey, iv, Bytes.pad(data, cipher.blockSize()));
        return odd
                ? Tlv.of(CRYPTOGRAM_WITH_TLV, cryptogram)
                : Tlv.of(CRYPTOGRAM_WITHOUT_TLV, new byte[] {PADDED}, cryptogram);
    }

    private byte[] decrypted(Map<Integer, byte[]> objects) {
        byte[] withTlv = objects.get(CRYPTOGRAM_WITH_TLV);
        byte[] withoutTlv = objects.get(CRYPTOGRAM_WITHOUT_TLV);
        if (withTlv == null && withoutTlv == null) {
            return new byte[0];
        }
        byte[] iv = cipher.messageIv(encryptionKey, counter);
        if (withTlv != null) {
            return Bytes.unpad(cipher.decrypt(encryptionKey, iv, withTlv));
        }
        if (withoutTlv.length == 0 || withoutTlv[0] != PADDED) {
            throw new IllegalArgumentException("no padding indicator");
        }
        byte[] cryptogram = new byte[withoutTlv.length - 1];
        System.arraycopy(withoutTlv, 1, cryptogram, 0, cryptogram.length);
        return Bytes.unpad(cipher.decrypt(encryptionKey, iv, cryptogram));
    }

    private static int expected(byte[] le) {
        if (le == null) {
            return 0;
        }
        int value = 0;
        for (byte part : le) {
            value = value << 8 | part & 0xFF;
        }
        int most = le.length > 1 ? CardCommand.EXTENDED_MAX : CardCommand.SHORT_MAX;
        return value == 0 ? most : value;
    }

    private static Map<Integer, byte[]> objectsOf(CardCommand command) throws ChannelBrokenException {
        try {
            return Tlv.parse(command.data());
        } catch (IllegalArgumentException e) {
            throw new ChannelBrokenException(CardAnswer.PROTECTION_WRONG);
        }
    }

    private static byte[] encoded(Map<Integer, byte[]> objects) {
        return objects.entrySet().stream()
                .map(object -> Tlv.of(object.getKey(), object.getValue()))
                .reduce(new byte[0], Bytes::join);
    }

    private void count() {
        for (int i = counter.length - 1; i >= 0 && ++counter[i] == 0; i--) {
            // the carry goes on to the next byte
        }
    }
}
