package vn.tiepdon.card.patientcard;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The dead cards of a hospital, for kiosks that may lose their line; its form is in docs/patient-card.md.
 *
 * @param facilityCode 5 upper-case letters or digits
 * @param sequence a list with a higher one takes the place of this
 * @param madeAt to the second
 * @param signingKeyId the hospital key that signs it
 * @param cards in the order of their bytes, each once; {@value #MAX_CARDS} at most
 */
public record BlockList(
        String facilityCode, long sequence, Instant madeAt, SigningKeyId signingKeyId, List<CardId> cards) {

    public static final int MAX_CARDS = 100_000;

    private static final byte[] PREFIX = "TDBLOCK1".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FACILITY_CODE = Pattern.compile("[A-Z0-9]{5}");
    private static final Comparator<CardId> ORDER = (one, other) -> Arrays.compareUnsigned(one.bytes(), other.bytes());
    private static final Instant LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws IllegalArgumentException when something does not fit the form */
    public BlockList {
        require(FACILITY_CODE.matcher(facilityCode).matches(), "facility code");
        require(sequence >= 0, "sequence");
        require(madeAt.getNano() == 0 && !madeAt.isBefore(Instant.EPOCH) && !madeAt.isAfter(LAST_SECOND), "time");
        require(cards.size() <= MAX_CARDS, "number of cards");
        cards = List.copyOf(cards);
        for (int i = 1; i < cards.size(); i++) {
            require(ORDER.compare(cards.get(i - 1), cards.get(i)) < 0, "order of cards");
        }
    }

    /** @param cards in any order, also more than once */
    public static BlockList of(
            String facilityCode, long sequence, Instant madeAt, SigningKeyId signingKeyId, Collection<CardId> cards) {
        List<CardId> sorted = cards.stream().distinct().sorted(ORDER).toList();
        return new BlockList(facilityCode, sequence, madeAt, signingKeyId, sorted);
    }

    /** @return whether this card is dead */
    public boolean contains(CardId card) {
        return Collections.binarySearch(cards, card, ORDER) >= 0;
    }

    public byte[] encode() {
        return BlockListCodec.encode(this);
    }

    /** Nobody has vouched for it before {@link #verify}. */
    public static BlockList decode(byte[] content) throws MalformedRecordException {
        return BlockListCodec.decode(content);
    }

    /**
     * @param key the one that {@link #signingKeyId} names
     * @return 64 bytes
     * @throws InvalidKeyException when the key cannot sign
     */
    public byte[] sign(PrivateKey key) throws InvalidKeyException {
        return HospitalSignature.sign(key, PREFIX, encode());
    }

    /**
     * @param keys the hospital's public keys by their id
     * @return this list, now vouched for
     */
    public BlockList verify(byte[] signature, Function<SigningKeyId, Optional<ECPublicKey>> keys)
            throws UnknownSigningKeyException, SignatureInvalidException {
        HospitalSignature.verify(signingKeyId, keys, signature, PREFIX, encode());
        return this;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("bad " + what);
        }
    }

    @Override
    public String toString() {
        return "BlockList[" + sequence + ", " + cards.size() + " cards]";
    }
}
