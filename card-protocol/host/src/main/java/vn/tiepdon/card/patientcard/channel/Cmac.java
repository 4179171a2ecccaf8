package vn.tiepdon.card.patientcard.channel;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** AES-CMAC (NIST SP 800-38B, RFC 4493). */
final class Cmac {

    static final int LENGTH = 16;

    private Cmac() {}

    static byte[] of(byte[] key, byte[]... message) {
        return of(AESEngine.newInstance(), new KeyParameter(key), message);
    }

    static byte[] of(BlockCipher cipher, CipherParameters key, byte[]... message) {
        CMac mac = new CMac(cipher);
        mac.init(key);
        for (byte[] part : message) {
            mac.update(part, 0, part.length);
        }
        byte[] value = new byte[LENGTH];
        mac.doFinal(value, 0);
        return value;
    }
}
