package vn.tiepdon.applet;

import javacard.security.ECPrivateKey;
import javacard.security.ECPublicKey;
import javacard.security.KeyPair;
import javacard.security.Signature;

/** The key pair that tells this card from a copy. It is made on the card; nothing gives its private half out. */
final class CardKey {

    private static final byte[] PURPOSE = {'T', 'D', 'A', 'U', 'T', 'H', '0', '1'};

    private final KeyPair pair;
    private final Signature signature;
    private boolean generated;

    CardKey() {
        pair = P256.newKeyPair();
        signature = Signature.getInstance(Signature.ALG_ECDSA_SHA_256, false);
    }

    boolean isGenerated() {
        return generated;
    }

    /** Makes a new key pair and writes its public point, uncompressed. */
    short generate(byte[] to, short toOffset) {
        generated = false;
        // A generation that lost its power may have left no curve behind.
        P256.setDomain(pair);
        pair.genKeyPair();
        short written = ((ECPublicKey) pair.getPublic()).getW(to, toOffset);
        generated = true;
        return written;
    }

    /** Signs purpose, card id and challenge; the answer, in DER, may overwrite the challenge. */
    short sign(byte[] cardId, byte[] buffer, short challenge, short length, short toOffset) {
        signature.init((ECPrivateKey) pair.getPrivate(), Signature.MODE_SIGN);
        signature.update(PURPOSE, (short) 0, (short) PURPOSE.length);
        signature.update(cardId, (short) 0, (short) cardId.length);
        return signature.sign(buffer, challenge, length, buffer, toOffset);
    }

    void wipe() {
        generated = false;
        ((ECPrivateKey) pair.getPrivate()).clearKey();
    }
}
