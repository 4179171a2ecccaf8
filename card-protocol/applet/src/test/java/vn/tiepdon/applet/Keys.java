package vn.tiepdon.applet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** Invented key sets, and the key orders that bring them onto a card, written with Bouncy Castle from the document. */
record Keys(int version, byte[] enc, byte[] mac, byte[] dek) {

    static final Keys TRANSPORT_SET = of(0x01);
    static final byte[] TRANSPORT = TRANSPORT_SET.bytes();

    /** Keys that anybody can tell from those of every other version. */
    static Keys of(int version) {
        return new Keys(version, filled(version), filled(version + 0x40), filled(version + 0x80));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(48).put(enc).put(mac).put(dek).array();
    }

    /** These keys for a card that holds the wrapping ones. */
    byte[] orderFor(byte[] serial, Keys wrapping) {
        byte[] wrapped = cbc(true, wrapping.wrappingKey(1, serial), new byte[16], bytes());
        byte[] head = ByteBuffer.allocate(17)
                .put(ascii("TDKEYS01"))
                .put((byte) version)
                .put(serial)
                .array();
        return ByteBuffer.allocate(64)
                .put(wrapped)
                .put(cmac(wrapping.wrappingKey(2, serial), head, wrapped))
                .array();
    }

    private byte[] wrappingKey(int purpose, byte[] serial) {
        return cmac(
                dek,
                ByteBuffer.allocate(20)
                        .put((byte) 1)
                        .put(ascii("TDWRAP"))
                        .put((byte) version)
                        .put((byte) purpose)
                        .put((byte) 0)
                        .put(serial)
                        .putShort((short) 0x0080)
                        .array());
    }

    static byte[] cmac(byte[] key, byte[]... parts) {
        CMac mac = new CMac(AESEngine.newInstance());
        mac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] value = new byte[16];
        mac.doFinal(value, 0);
        return value;
    }

    static byte[] cbc(boolean encrypt, byte[] key, byte[] vector, byte[] data) {
        BlockCipher cipher = CBCBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(encrypt, new ParametersWithIV(new KeyParameter(key), vector));
        byte[] result = new byte[data.length];
        for (int i = 0; i < data.length; i += 16) {
            cipher.processBlock(data, i, result, i);
        }
        return result;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] filled(int value) {
        byte[] key = new byte[16];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (value * 7 + i);
        }
        return key;
    }
}
