package vn.tiepdon.card.patientcard.channel;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;

/** Lets Bouncy Castle's CMAC use a block cipher whose key it never sees. */
final class TokenCipher implements BlockCipher {

    private static final int BLOCK = 16;

    private final Cipher cipher;

    /** @param cipher AES in ECB without padding, ready to encrypt */
    TokenCipher(Cipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public void init(boolean forEncryption, CipherParameters key) {
        // The key is in its place already; what comes here is an empty one.
        if (!forEncryption) {
            throw new IllegalArgumentException("CMAC only encrypts");
        }
    }

    @Override
    public String getAlgorithmName() {
        return "AES";
    }

    @Override
    public int getBlockSize() {
        return BLOCK;
    }

    @Override
    public int processBlock(byte[] in, int inOffset, byte[] out, int outOffset) {
        try {
            // One whole block at a time: a PKCS#11 provider may hold back what update is given until doFinal.
            return cipher.doFinal(in, inOffset, BLOCK, out, outOffset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the token does not encrypt", e);
        }
    }

    @Override
    public void reset() {
        // Nothing is kept from one block to the next.
    }
}
