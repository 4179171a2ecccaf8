package vn.tiepdon.card.citizen.trust;

import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;

/**
 * A chip's answer with an RSA key: ISO/IEC 9796-2 scheme 1, the chip's own random bytes recovered from the signature,
 * the challenge appended to them. The trailer names the hash.
 */
final class RsaAnswer {

    /** What begins a block that recovers the chip's bytes only; with full recovery the challenge would not count. */
    private static final byte PARTIAL_RECOVERY = 0x6A;

    private static final int SHA_1 = 0xBC;
    private static final int TWO_BYTES = 0xCC;

    /** By the byte before {@code CC} (ISO/IEC 10118-3). */
    private static final Map<Integer, Supplier<Digest>> DIGESTS = Map.of(
            0x33, SHA1Digest::new,
            0x34, SHA256Digest::newInstance,
            0x35, SHA512Digest::new,
            0x36, SHA384Digest::new,
            0x38, SHA224Digest::new);

    private RsaAnswer() {}

    static boolean holds(RSAKeyParameters key, byte[] challenge, byte[] signature) {
        try {
            byte[] block = opened(key, signature);
            if (block[0] != PARTIAL_RECOVERY) {
                return false;
            }
            int last = block[block.length - 1] & 0xFF;
            if (last == SHA_1) {
                return holds(key, new SHA1Digest(), true, challenge, signature);
            }
            Supplier<Digest> digest = DIGESTS.get(block[block.length - 2] & 0xFF);
            return last == TWO_BYTES && digest != null && holds(key, digest.get(), false, challenge, signature);
        } catch (CryptoException | RuntimeException nonsense) {
            return false;
        }
    }

    private static byte[] opened(RSAKeyParameters key, byte[] signature) {
        RSAEngine engine = new RSAEngine();
        engine.init(false, key);
        return engine.processBlock(signature, 0, signature.length);
    }

    private static boolean holds(
            RSAKeyParameters key, Digest digest, boolean implicit, byte[] challenge, byte[] signature)
            throws InvalidCipherTextException {
        ISO9796d2Signer signer = new ISO9796d2Signer(new RSAEngine(), digest, implicit);
        signer.init(false, key);
        signer.updateWithRecoveredMessage(signature);
        signer.update(challenge, 0, challenge.length);
        return signer.verifySignature(signature);
    }
}
