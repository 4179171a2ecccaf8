package vn.tiepdon.simulator.card.citizen;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** The card's side of Basic Access Control (ICAO Doc 9303 part 11, 4.3). */
final class BasicAccess {

    private static final SessionCipher CIPHER = SessionCipher.TRIPLE_DES;
    private static final int CRYPTOGRAM = 32;
    private static final int COMMAND = CRYPTOGRAM + 8;

    private final byte[] encryptionKey;
    private final byte[] macKey;
    private final Randoms randoms;
    private byte[] challenge = new byte[0];

    /** @param accessSeed SHA-1 of the MRZ information */
    BasicAccess(byte[] accessSeed, Randoms randoms) {
        byte[] seed = Arrays.copyOf(accessSeed, 16);
        this.encryptionKey = CIPHER.deriveKey(seed, SessionCipher.FOR_ENCRYPTION);
        this.macKey = CIPHER.deriveKey(seed, SessionCipher.FOR_MAC);
        this.randoms = randoms;
    }

    /** What a good proof gives: the card's own, and the channel that comes next. */
    record Opened(byte[] answer, SecureChannel channel) {}

    byte[] challenge() {
        challenge = randoms.bytes(8);
        return challenge.clone();
    }

    void forget() {
        challenge = new byte[0];
    }

    /** A challenge serves once. */
    Optional<Opened> authenticate(byte[] command) {
        byte[] asked = challenge;
        challenge = new byte[0];
        if (asked.length == 0 || command.length != COMMAND) {
            return Optional.empty();
        }
        byte[] cryptogram = Arrays.copyOf(command, CRYPTOGRAM);
        byte[] mac = Arrays.copyOfRange(command, CRYPTOGRAM, COMMAND);
        byte[] plain = CIPHER.decrypt(encryptionKey, CIPHER.zeroIv(), cryptogram);
        if (!MessageDigest.isEqual(mac(cryptogram), mac)
                || !MessageDigest.isEqual(Arrays.copyOfRange(plain, 8, 16), asked)) {
            return Optional.empty();
        }
        return Optional.of(open(asked, plain));
    }

    private Opened open(byte[] asked, byte[] plain) {
        byte[] theirChallenge = Arrays.copyOf(plain, 8);
        byte[] theirKey = Arrays.copyOfRange(plain, 16, CRYPTOGRAM);
        byte[] ownKey = randoms.bytes(16);
        byte[] own = CIPHER.encrypt(encryptionKey, CIPHER.zeroIv(), Bytes.join(asked, theirChallenge, ownKey));
        byte[] seed = Bytes.xor(theirKey, ownKey);
        byte[] counter = Bytes.join(Arrays.copyOfRange(asked, 4, 8), Arrays.copyOfRange(theirChallenge, 4, 8));
        SecureChannel channel = new SecureChannel(
                CIPHER,
                CIPHER.deriveKey(seed, SessionCipher.FOR_ENCRYPTION),
                CIPHER.deriveKey(seed, SessionCipher.FOR_MAC),
                counter);
        return new Opened(Bytes.join(own, mac(own)), channel);
    }

    private byte[] mac(byte[] cryptogram) {
        return CIPHER.mac(macKey, Bytes.pad(cryptogram, CIPHER.blockSize()));
    }
}
