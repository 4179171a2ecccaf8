package vn.tiepdon.applet;

import javacard.security.AESKey;
import javacardx.crypto.Cipher;

/**
 * AES in CBC mode, in place. The initialisation vector is added by hand: the cipher's own is always zero, so that
 * nothing is allocated for it (jCardSim would, at every message).
 */
final class Cbc {

    static final short BLOCK = 16;

    private final Cipher cipher;

    Cbc() {
        cipher = Cipher.getInstance(Cipher.ALG_AES_BLOCK_128_CBC_NOPAD, false);
    }

    void encryptBlock(AESKey key, byte[] data, short offset) {
        encrypt(key, data, offset, BLOCK);
    }

    void encrypt(AESKey key, byte[] vector, short vectorOffset, byte[] data, short offset, short length) {
        Bytes.xor(vector, vectorOffset, data, offset, BLOCK);
        encrypt(key, data, offset, length);
    }

    void decrypt(AESKey key, byte[] vector, short vectorOffset, byte[] data, short offset, short length) {
        decrypt(key, data, offset, length);
        Bytes.xor(vector, vectorOffset, data, offset, BLOCK);
    }

    void decrypt(AESKey key, byte[] data, short offset, short length) {
        cipher.init(key, Cipher.MODE_DECRYPT);
        cipher.doFinal(data, offset, length, data, offset);
    }

    private void encrypt(AESKey key, byte[] data, short offset, short length) {
        cipher.init(key, Cipher.MODE_ENCRYPT);
        cipher.doFinal(data, offset, length, data, offset);
    }
}
