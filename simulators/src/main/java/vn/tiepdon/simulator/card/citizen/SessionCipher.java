package vn.tiepdon.simulator.card.citizen;

import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** The ciphers of PACE, chip authentication and secure messaging (ICAO Doc 9303 part 11, 9.7 and 9.8). */
enum SessionCipher {
    TRIPLE_DES(8, 16, 1),
    AES_128(16, 16, 2),
    AES_192(16, 24, 3),
    AES_256(16, 32, 4);

    static final int FOR_ENCRYPTION = 1;
    static final int FOR_MAC = 2;
    static final int FOR_PASSWORD = 3;

    private static final int MAC_BITS = 64;

    private final int blockSize;
    private final int keyLength;
    private final int arc;

    SessionCipher(int blockSize, int keyLength, int arc) {
        this.blockSize = blockSize;
        this.keyLength = keyLength;
        this.arc = arc;
    }

    int blockSize() {
        return blockSize;
    }

    /** The last arc of the object identifiers that name this cipher (part 11, 9.2.3 and 9.2.6). */
    int arc() {
        return arc;
    }

    /** Part 11, 9.7.1. The parity of DES keys is left alone: no DES engine looks at it. */
    byte[] deriveKey(byte[] secret, int counter) {
        Digest digest = keyLength > 16 ? new SHA256Digest() : new SHA1Digest();
        byte[] input = Bytes.join(secret, new byte[] {0, 0, 0, (byte) counter});
        digest.update(input, 0, input.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return Arrays.copyOf(hash, keyLength);
    }

    /** CBC without padding. */
    byte[] encrypt(byte[] key, byte[] iv, byte[] blocks) {
        return run(true, key, iv, blocks);
    }

    /** @throws IllegalArgumentException when these are no whole blocks */
    byte[] decrypt(byte[] key, byte[] iv, byte[] blocks) {
        return run(false, key, iv, blocks);
    }

    private byte[] run(boolean encrypt, byte[] key, byte[] iv, byte[] blocks) {
        if (blocks.length % blockSize != 0) {
            throw new IllegalArgumentException("no whole blocks");
        }
        BlockCipher engine = this == TRIPLE_DES ? new DESedeEngine() : AESEngine.newInstance();
        BlockCipher cbc = CBCBlockCipher.newInstance(engine);
        cbc.init(encrypt, new ParametersWithIV(new KeyParameter(key), iv));
        byte[] result = new byte[blocks.length];
        for (int at = 0; at < blocks.length; at += blockSize) {
            cbc.processBlock(blocks, at, result, at);
        }
        return result;
    }

    byte[] zeroIv() {
        return new byte[blockSize];
    }

    /** The initial vector of a message under secure messaging (part 11, 9.8.6.1 and 9.8.7.1). */
    byte[] messageIv(byte[] key, byte[] counter) {
        return this == TRIPLE_DES ? zeroIv() : encrypt(key, zeroIv(), counter);
    }

    /**
     * 8 bytes: retail MAC or CMAC.
     *
     * @param blocks padded already, as messages always are
     */
    byte[] mac(byte[] key, byte[] blocks) {
        Mac mac = this == TRIPLE_DES
                ? new ISO9797Alg3Mac(new DESEngine(), MAC_BITS)
                : new CMac(AESEngine.newInstance(), MAC_BITS);
        mac.init(new KeyParameter(key));
        mac.update(blocks, 0, blocks.length);
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }

    /** The authentication token of PACE (part 11, 4.4.3.4): padded for the retail MAC alone. */
    byte[] tokenMac(byte[] key, byte[] token) {
        return mac(key, this == TRIPLE_DES ? Bytes.pad(token, blockSize) : token);
    }
}
