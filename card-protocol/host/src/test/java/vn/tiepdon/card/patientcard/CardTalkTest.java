package vn.tiepdon.card.patientcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.transport.Transport;

/** What goes to a patient card and comes back, where one command is not enough, and what its answer proves. */
class CardTalkTest {

    private static final byte[] CHALLENGE = new byte[32];
    private static final byte[] OK = {(byte) 0x90, 0};

    private final List<String> sent = new ArrayList<>();

    @Test
    void aRecordLongerThanOneAnswerIsReadInTwo() throws Exception {
        byte[] file = longest().encoded();
        assertThat(file.length).isGreaterThan(256);
        SignedIdentityRecord read = new PatientCardReader().read(holding(file));
        assertThat(read.encoded()).isEqualTo(file);
        assertThat(sent).hasSize(3).last().isEqualTo("00B00100%02X".formatted(file.length - 256));
    }

    @Test
    void aCardThatGivesLessThanItAnnouncedIsRefused() {
        byte[] file = longest().encoded();
        Transport card = holding(file);
        assertThatThrownBy(() -> new PatientCardReader().read(command -> {
                    byte[] answer = card.transmit(command);
                    return command[1] == (byte) 0xB0 ? Arrays.copyOfRange(answer, 1, answer.length) : answer;
                }))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void aRecordLongerThanOneCommandIsStoredInTwoAndTheLastSaysSo() throws Exception {
        byte[] file = longest().encoded();
        new PatientCardPersonaliser(command -> {
                    sent.add(HexFormat.of().withUpperCase().formatHex(command));
                    return OK;
                })
                .storeIdentity(longestStored(file));
        HexFormat hex = HexFormat.of().withUpperCase();
        assertThat(sent)
                .containsExactly(
                        "80E20100EF" + "0000" + hex.formatHex(file, 0, 237),
                        "80E28100%02X".formatted(file.length - 235) + "00ED" + hex.formatHex(file, 237, file.length));
    }

    @Test
    void anAnswerProvesTheCardsKeyIdAndChallengeTogether() throws Exception {
        IdentityRecord identity = TestIdentity.record();
        byte[] answer = answer(TestIdentity.CARD.getPrivate(), "TDAUTH01", identity.cardId(), CHALLENGE);
        assertThat(new PatientCardReader().authenticate(command -> concat(answer, OK), CHALLENGE))
                .isEqualTo(answer);
        assertThatCode(() -> CardProof.verify(identity.cardKey(), identity.cardId(), CHALLENGE, answer))
                .doesNotThrowAnyException();
        byte[] otherChallenge = CHALLENGE.clone();
        otherChallenge[31] = 1;
        CardId otherId = new CardId(new byte[CardId.LENGTH]);
        KeyPair otherKey = TestIdentity.newKeys();
        assertNoProof(identity.cardKey(), identity.cardId(), otherChallenge, answer);
        assertNoProof(identity.cardKey(), otherId, CHALLENGE, answer);
        assertNoProof(CardPublicKey.of((ECPublicKey) otherKey.getPublic()), identity.cardId(), CHALLENGE, answer);
        assertNoProof(
                identity.cardKey(),
                identity.cardId(),
                CHALLENGE,
                answer(TestIdentity.CARD.getPrivate(), "TDOTHER1", identity.cardId(), CHALLENGE));
    }

    @Test
    void aKeysCoordinatesHaveOneFormOnly() {
        BigInteger p = new BigInteger("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF", 16);
        BigInteger b = new BigInteger("5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B", 16);
        BigInteger y = b.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        assertThat(new CardPublicKey(point(BigInteger.ZERO, y)).toKey().getW().getAffineX())
                .isZero();
        assertThatThrownBy(() -> new CardPublicKey(point(p, y))).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertNoProof(CardPublicKey key, CardId id, byte[] challenge, byte[] answer) {
        assertThatThrownBy(() -> CardProof.verify(key, id, challenge, answer))
                .isInstanceOf(CardAuthenticationFailedException.class);
    }

    private static byte[] answer(PrivateKey key, String label, CardId id, byte[] challenge) throws Exception {
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(key);
        signer.update(label.getBytes(StandardCharsets.US_ASCII));
        signer.update(id.bytes());
        signer.update(challenge);
        return signer.sign();
    }

    private static SignedIdentityRecord longest() {
        try {
            return SignedIdentityRecord.sign(
                    TestIdentity.record(TestIdentity.FACILITY, "ễ".repeat(26) + "ab"),
                    TestIdentity.HOSPITAL.getPrivate());
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SignedIdentityRecord longestStored(byte[] file) throws Exception {
        return SignedIdentityRecord.parse(file);
    }

    private Transport holding(byte[] file) {
        String fci = TestDirectory.fci(0x07, file.length) + "9000";
        return command -> {
            sent.add(HexFormat.of().withUpperCase().formatHex(command));
            if (command[1] == (byte) 0xA4) {
                return HexFormat.of().parseHex(fci);
            }
            int p1 = command[2] & 0xFF;
            int offset = p1 >= 0x80 ? 0 : p1 << 8 | command[3] & 0xFF;
            int expected = command[4] == 0 ? 256 : command[4] & 0xFF;
            return concat(Arrays.copyOfRange(file, offset, offset + expected), OK);
        };
    }

    private static byte[] point(BigInteger x, BigInteger y) {
        return HexFormat.of().parseHex("04%064x%064x".formatted(x, y));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
