package vn.tiepdon.card.patientcard.channel;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/** Where a {@link MasterKey} comes from. */
public final class MasterKeys {

    private static final int LENGTH = 32;
    private static final KeyParameter IN_TOKEN = new KeyParameter(new byte[0]);

    private MasterKeys() {}

    /**
     * @param key an AES key of 256 bits that gives its bytes away
     * @throws IllegalArgumentException when it does not, or is of another length
     */
    public static MasterKey of(SecretKey key) {
        byte[] bytes = key.getEncoded();
        if (bytes == null || bytes.length != LENGTH) {
            throw new IllegalArgumentException("a master key has 256 bits");
        }
        return message -> Cmac.of(AESEngine.newInstance(), new KeyParameter(bytes), message);
    }

    /**
     * A key that stays in its token, which is asked for AES on single blocks only: that much every PKCS#11 token can.
     *
     * @param provider the one that the key came from
     * @throws IllegalStateException out of {@link MasterKey#cmac} when the token fails
     */
    public static MasterKey of(SecretKey tokenKey, Provider provider) {
        return message -> {
            try {
                Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding", provider);
                cipher.init(Cipher.ENCRYPT_MODE, tokenKey);
                return Cmac.of(new TokenCipher(cipher), IN_TOKEN, message);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the token does not encrypt with this master key", e);
            }
        };
    }
}
