package vn.tiepdon.card.patientcard.channel;

import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.KDFCounterBytesGenerator;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KDFCounterParameters;

/** Key derivation in counter mode with AES-CMAC and a counter of one byte (NIST SP 800-108). */
final class KeyDerivation {

    private static final int COUNTER_BITS = 8;
    private static final byte[] NONE = new byte[0];

    private KeyDerivation() {}

    /** @param fixed what follows the counter */
    static byte[] derive(MasterKey key, byte[] fixed, int length) {
        return generate(new MasterKeyMac(key), NONE, NONE, fixed, length);
    }

    /** @param fixed what follows the counter */
    static byte[] derive(byte[] key, byte[] fixed, int length) {
        return derive(key, NONE, fixed, length);
    }

    /**
     * @param before what stands before the counter
     * @param after what follows it
     * @param length of the derived bytes
     */
    static byte[] derive(byte[] key, byte[] before, byte[] after, int length) {
        return generate(new CMac(AESEngine.newInstance()), key, before, after, length);
    }

    private static byte[] generate(Mac function, byte[] key, byte[] before, byte[] after, int length) {
        KDFCounterBytesGenerator generator = new KDFCounterBytesGenerator(function);
        generator.init(new KDFCounterParameters(key, before, after, COUNTER_BITS));
        byte[] derived = new byte[length];
        generator.generateBytes(derived, 0, length);
        return derived;
    }
}
