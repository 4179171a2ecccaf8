package vn.tiepdon.card.citizen.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;
import vn.tiepdon.card.citizen.ChipAlteredException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.trust.Authenticity.NotProven;
import vn.tiepdon.card.citizen.trust.Authenticity.Proven;
import vn.tiepdon.card.citizen.trust.Authenticity.Reason;

/** Whose signature makes a card Vietnam's, although every signature here holds. */
class SignersOfCardsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final TestCsca VIETNAM = TestCsca.vietnam();

    /** One bit longer than any exponent in use. */
    private static final KeyPair ABSURD =
            TestCsca.rsaKeys(1024, BigInteger.ONE.shiftLeft(64).setBit(0));

    @TempDir
    Path folder;

    @Test
    void anAuthorityDoesNotSignCardsItself() throws Exception {
        assertThat(judged(new TestSigner(VIETNAM.keys(), VIETNAM.certificate())))
                .isEqualTo(new NotProven(Reason.ISSUER_UNKNOWN));
        assertThat(judged(VIETNAM.signerWith(TestCsca.CA, TestCsca.use(KeyUsage.digitalSignature))))
                .isEqualTo(new NotProven(Reason.ISSUER_UNKNOWN));
    }

    @Test
    void aCertificateThatIsNotForSigningSignsNoCard() throws Exception {
        assertThat(judged(VIETNAM.signerWith(TestCsca.LEAF, TestCsca.use(KeyUsage.keyAgreement))))
                .isEqualTo(new NotProven(Reason.ISSUER_UNKNOWN));
        assertThat(judged(VIETNAM.signerWith(TestCsca.LEAF))).isInstanceOf(Proven.class);
    }

    @Test
    void aCertificateThatCannotBeUnderstoodSignsNoCard() throws Exception {
        ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.2.3.4");
        assertThat(judged(VIETNAM.signerWith(TestCsca.LEAF, TestCsca.extension(unknown, DERNull.INSTANCE))))
                .isEqualTo(new NotProven(Reason.ISSUER_UNKNOWN));
        ASN1ObjectIdentifier purposes = new ASN1ObjectIdentifier("2.5.29.37");
        assertThat(judged(VIETNAM.signerWith(TestCsca.LEAF, TestCsca.extension(purposes, DERNull.INSTANCE))))
                .isEqualTo(new NotProven(Reason.ISSUER_UNKNOWN));
    }

    @Test
    void keysThatWouldKeepAProcessorBusyAreNotUsed() throws Exception {
        assertThatThrownBy(() -> judged(VIETNAM.signer(ABSURD).sod().signature("SHA256withRSA")))
                .isInstanceOf(AlgorithmUnsupportedException.class);
        TestChipKey chip = new TestChipKey(ABSURD);
        byte[] challenge = new byte[ActiveAuthentication.CHALLENGE_LENGTH];
        byte[] answer = chip.answer(challenge, new SHA1Digest(), true);
        assertThatThrownBy(() -> ActiveAuthentication.verify(chip.dg15(), Optional.empty(), challenge, answer))
                .isInstanceOf(AlgorithmUnsupportedException.class);
    }

    @Test
    void keysMayHave8192BitsAndTheirExponents64() {
        BigInteger longest = BigInteger.ONE.shiftLeft(8191);
        BigInteger usual = BigInteger.valueOf(65537);
        BigInteger longestExponent = BigInteger.ONE.shiftLeft(63);
        assertThatCode(() -> KeyLimits.require(longest, longestExponent)).doesNotThrowAnyException();
        assertThatThrownBy(() -> KeyLimits.require(longest.shiftLeft(1), usual))
                .isInstanceOf(AlgorithmUnsupportedException.class);
        assertThatThrownBy(() -> KeyLimits.require(longest, longestExponent.shiftLeft(1)))
                .isInstanceOf(AlgorithmUnsupportedException.class);
    }

    @Test
    void aWeakHashDoesNotHideInTheNameOfTheSignature() {
        Map<ChipFile, byte[]> card =
                PassiveAuthenticationTest.signed(VIETNAM.signer().sod());
        byte[] withSha256 = {6, 8, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 4, 3, 2};
        byte[] withSha224 = withSha256.clone();
        withSha224[9] = 1;
        for (int place = 0; place < 2; place++) {
            PassiveAuthenticationTest.replace(card.get(ChipFile.SOD), withSha256, withSha224);
        }
        assertThatThrownBy(() -> PassiveAuthentication.check(card, CscaStore.empty(), NOW))
                .isInstanceOf(AlgorithmUnsupportedException.class);
    }

    @Test
    void attributesThatAreNoneAreFoundOut() {
        Map<ChipFile, byte[]> card =
                PassiveAuthenticationTest.signed(VIETNAM.signer().sod());
        byte[] contentType = {6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 9, 3};
        byte[] text = contentType.clone();
        text[0] = 4;
        PassiveAuthenticationTest.replace(card.get(ChipFile.SOD), contentType, text);
        assertThatThrownBy(() -> PassiveAuthentication.check(card, CscaStore.empty(), NOW))
                .isInstanceOf(ChipAlteredException.class);
    }

    @Test
    void theGroupsThatTheIssuerSignedAreNamed() throws Exception {
        Map<ChipFile, byte[]> card =
                PassiveAuthenticationTest.signed(VIETNAM.signer().sod());
        assertThat(PassiveAuthentication.signedGroups(card.get(ChipFile.SOD))).containsExactlyInAnyOrder(1, 13);
    }

    private Authenticity judged(TestSigner signer) throws Exception {
        return judged(signer.sod());
    }

    private Authenticity judged(TestSod sod) throws Exception {
        TestStore.write(folder, "vietnam.cer", VIETNAM.certificate());
        return PassiveAuthentication.check(PassiveAuthenticationTest.signed(sod), CscaStore.load(folder), NOW);
    }
}
