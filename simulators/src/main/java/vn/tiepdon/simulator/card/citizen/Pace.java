package vn.tiepdon.simulator.card.citizen;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;

/** The card's side of PACE with generic mapping over elliptic curves (ICAO Doc 9303 part 11, 4.4). */
final class Pace {

    private static final int NONCE_LENGTH = 16;
    private static final int PUBLIC_KEY_OBJECT = 0x7F49;
    private static final int DYNAMIC_DATA = 0x7C;

    private enum Next {
        TEMPLATE,
        NONCE,
        MAPPING,
        AGREEMENT,
        TOKEN
    }

    private final PaceSuite suite;
    private final Map<Integer, byte[]> passwords;
    private final Randoms randoms;
    private final Workload workload;

    private Next next = Next.TEMPLATE;
    private byte[] password;
    private byte[] nonce;
    private ECPoint mappedGenerator;
    private byte[] ownKey;
    private byte[] theirKey;
    private byte[] secret;

    /** @param passwords what each reference (1: MRZ, 2: CAN) stands for, ready for the key derivation */
    Pace(PaceSuite suite, Map<Integer, byte[]> passwords, Randoms randoms, Workload workload) {
        this.suite = suite;
        this.passwords = Map.copyOf(passwords);
        this.randoms = randoms;
        this.workload = workload;
    }

    /** What a step gives: an answer, and after the last one the channel. */
    record Step(CardAnswer answer, Optional<SecureChannel> channel) {

        private static Step refused(int status) {
            return new Step(CardAnswer.of(status), Optional.empty());
        }

        private static Step of(int tag, byte[] value) {
            return new Step(answer(tag, value), Optional.empty());
        }

        private static CardAnswer answer(int tag, byte[] value) {
            return CardAnswer.ok(Tlv.of(DYNAMIC_DATA, Tlv.of(tag, value)));
        }
    }

    void forget() {
        next = Next.TEMPLATE;
    }

    /** MSE:SET AT. */
    CardAnswer setTemplate(byte[] data) {
        next = Next.TEMPLATE;
        Map<Integer, byte[]> objects = Tlv.parse(data);
        if (!Arrays.equals(objects.get(0x80), suite.identifier())) {
            return CardAnswer.of(CardAnswer.WRONG_DATA);
        }
        byte[] reference = objects.getOrDefault(0x83, new byte[0]);
        if (reference.length != 1 || !passwords.containsKey((int) reference[0])) {
            return CardAnswer.of(CardAnswer.REFERENCE_NOT_FOUND);
        }
        byte[] parameters = objects.get(0x84);
        if (parameters != null
                && !Arrays.equals(parameters, new byte[] {(byte) suite.curve().parameterId()})) {
            return CardAnswer.of(CardAnswer.REFERENCE_NOT_FOUND);
        }
        password = passwords.get((int) reference[0]);
        next = Next.NONCE;
        return CardAnswer.of(CardAnswer.OK);
    }

    /** GENERAL AUTHENTICATE; any mistake starts the protocol over. */
    Step authenticate(byte[] data, boolean last) {
        Next now = next;
        next = Next.TEMPLATE;
        if (now == Next.TEMPLATE || last != (now == Next.TOKEN)) {
            return Step.refused(CardAnswer.CONDITIONS_NOT_SATISFIED);
        }
        try {
            byte[] dynamic = Tlv.parse(data).getOrDefault(DYNAMIC_DATA, new byte[0]);
            return take(now, Tlv.parse(dynamic));
        } catch (IllegalArgumentException e) {
            return Step.refused(CardAnswer.WRONG_DATA);
        }
    }

    private Step take(Next now, Map<Integer, byte[]> objects) {
        return switch (now) {
            case NONCE -> encryptNonce();
            case MAPPING -> map(objects.getOrDefault(0x81, new byte[0]));
            case AGREEMENT -> agree(objects.getOrDefault(0x83, new byte[0]));
            case TOKEN -> compareTokens(objects.getOrDefault(0x85, new byte[0]));
            case TEMPLATE -> throw new IllegalStateException("no password chosen");
        };
    }

    private Step encryptNonce() {
        SessionCipher cipher = suite.cipher();
        nonce = randoms.bytes(NONCE_LENGTH);
        byte[] key = cipher.deriveKey(password, SessionCipher.FOR_PASSWORD);
        next = Next.MAPPING;
        return Step.of(0x80, cipher.encrypt(key, cipher.zeroIv(), nonce));
    }

    private Step map(byte[] theirMapping) {
        EcKey mapping = EcKey.random(suite.curve(), randoms);
        workload.step();
        ECPoint shared = suite.curve().point(theirMapping).multiply(mapping.secret());
        workload.step();
        mappedGenerator =
                suite.curve().generator().multiply(new BigInteger(1, nonce)).add(shared);
        workload.step();
        next = Next.AGREEMENT;
        return Step.of(0x82, mapping.point().getEncoded(false));
    }

    private Step agree(byte[] theirs) {
        BigInteger own = randoms.scalar(suite.curve().order());
        ownKey = mappedGenerator.multiply(own).getEncoded(false);
        workload.step();
        theirKey = theirs;
        if (Arrays.equals(ownKey, theirKey)) {
            return Step.refused(CardAnswer.AUTHENTICATION_FAILED);
        }
        secret = suite.curve().x(suite.curve().point(theirKey).multiply(own));
        workload.step();
        next = Next.TOKEN;
        return Step.of(0x84, ownKey);
    }

    private Step compareTokens(byte[] theirs) {
        if (!MessageDigest.isEqual(token(ownKey), theirs)) {
            return Step.refused(CardAnswer.AUTHENTICATION_FAILED);
        }
        return new Step(Step.answer(0x86, token(theirKey)), Optional.of(SecureChannel.from(suite.cipher(), secret)));
    }

    private byte[] token(byte[] publicKey) {
        byte[] key = suite.cipher().deriveKey(secret, SessionCipher.FOR_MAC);
        byte[] object = Tlv.of(PUBLIC_KEY_OBJECT, Tlv.of(0x06, suite.identifier()), Tlv.of(0x86, publicKey));
        return suite.cipher().tokenMac(key, object);
    }
}
