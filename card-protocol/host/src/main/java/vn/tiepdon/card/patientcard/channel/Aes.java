package vn.tiepdon.card.patientcard.channel;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-128 on whole blocks, as SCP03 uses it. */
final class Aes {

    static final int BLOCK = 16;

    private static final byte[] ZEROS = new byte[BLOCK];

    private Aes() {}

    static byte[] encryptBlock(byte[] key, byte[] block) {
        // One block in CBC with a vector of zeros is one block by itself.
        return encrypt(key, ZEROS, block);
    }

    static byte[] encrypt(byte[] key, byte[] vector, byte[] blocks) {
        return cbc(Cipher.ENCRYPT_MODE, key, vector, blocks);
    }

    static byte[] decrypt(byte[] key, byte[] vector, byte[] blocks) {
        return cbc(Cipher.DECRYPT_MODE, key, vector, blocks);
    }

    private static byte[] cbc(int mode, byte[] key, byte[] vector, byte[] blocks) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
