package vn.tiepdon.card.citizen.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;
import vn.tiepdon.card.citizen.ChipAlteredException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.MalformedChipFileException;
import vn.tiepdon.card.citizen.trust.Authenticity.NotProven;
import vn.tiepdon.card.citizen.trust.Authenticity.Proven;
import vn.tiepdon.card.citizen.trust.Authenticity.Reason;

class PassiveAuthenticationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final TestCsca VIETNAM = TestCsca.vietnam();
    private static final TestSigner SIGNER = VIETNAM.signer();

    /** The identifier of a name's country, and the same bytes as a number; a certificate begins with its issuer. */
    static final byte[] COUNTRY = {6, 3, 0x55, 4, 6};

    static final byte[] NO_IDENTIFIER = {2, 3, 0x55, 4, 6};

    @TempDir
    Path folder;

    @Test
    void whatVietnamSignedIsProven() throws Exception {
        assertThat(check(signed(SIGNER.sod()), trusting(VIETNAM)))
                .isInstanceOfSatisfying(
                        Proven.class, proven -> assertThat(proven.issuer()).contains("C=VN"));
    }

    @ParameterizedTest
    @CsvSource({
        "SHA-256, secp256r1, SHA256withECDSA",
        "SHA-384, secp384r1, SHA384withECDSA",
        "SHA-512, secp521r1, SHA512withECDSA",
        "SHA-256, brainpoolP256r1, SHA256withECDSA",
        "SHA-384, brainpoolP384r1, SHA384withPLAIN-ECDSA",
        "SHA-256, RSA, SHA256withRSA",
        "SHA-512, RSA, SHA512withRSA",
        "SHA-256, RSA, SHA256withRSAandMGF1",
    })
    void everyUsualAlgorithmIsUnderstood(String digest, String keys, String signature) throws Exception {
        KeyPair pair = keys.equals("RSA") ? TestCsca.rsaKeys(2048) : TestCsca.ecKeys(keys);
        TestSigner signer = VIETNAM.signer(pair);
        assertThat(check(signed(signer.sod().digest(digest).signature(signature)), trusting(VIETNAM)))
                .isInstanceOf(Proven.class);
    }

    @Test
    void withoutAnyCscaNothingIsProven() throws Exception {
        assertThat(check(signed(SIGNER.sod()), CscaStore.empty())).isEqualTo(new NotProven(Reason.NO_CSCA));
        assertThat(check(signed(SIGNER.sod()), CscaStore.load(folder.resolve("nowhere"))))
                .isEqualTo(new NotProven(Reason.NO_CSCA));
    }

    @Test
    void anAuthorityOfTheSameNameProvesNothing() throws Exception {
        assertThat(check(signed(SIGNER.sod()), trusting(TestCsca.vietnam())))
                .isEqualTo(new NotProven(Reason.ISSUER_UNKNOWN));
        assertThat(check(
                        signed(TestCsca.named("C=VN,CN=Another", TestCsca.FROM, TestCsca.TO)
                                .signer()
                                .sod()),
                        trusting(VIETNAM)))
                .isEqualTo(new NotProven(Reason.ISSUER_UNKNOWN));
    }

    @Test
    void anotherCountrysAuthorityVouchesForNoVietnameseCard() throws Exception {
        TestCsca elsewhere = TestCsca.named("C=UT,CN=CSCA Utopia", TestCsca.FROM, TestCsca.TO);
        assertThat(check(signed(elsewhere.signer().sod()), trusting(VIETNAM, elsewhere)))
                .isEqualTo(new NotProven(Reason.ISSUER_UNKNOWN));
    }

    @Test
    void aCertificateForMasterListsSignsNoCard() throws Exception {
        assertThat(check(signed(VIETNAM.masterListSigner().sod()), trusting(VIETNAM)))
                .isEqualTo(new NotProven(Reason.ISSUER_UNKNOWN));
    }

    @Test
    void aCardOutlivesTheCscaThatWasValidWhenItWasSigned() throws Exception {
        Instant signing = TestSigner.SIGNED;
        TestCsca brief =
                TestCsca.named("C=VN,CN=Brief", signing.minus(Duration.ofDays(30)), signing.plus(Duration.ofDays(30)));
        TestSigner signer = brief.signer(signing.minus(Duration.ofDays(30)), signing.plus(Duration.ofDays(30)));
        assertThat(check(signed(signer.sod()), trusting(brief))).isInstanceOf(Proven.class);
        assertThat(check(signed(signer.sod().signedAt(null)), trusting(brief)))
                .isEqualTo(new NotProven(Reason.CERTIFICATE_EXPIRED));
        assertThat(check(signed(signer.sod().signedAt(signing.plus(Duration.ofDays(31)))), trusting(brief)))
                .isEqualTo(new NotProven(Reason.CERTIFICATE_EXPIRED));
    }

    @Test
    void aTimeStillToComeMakesNoCertificateValidAlready() throws Exception {
        TestCsca coming = TestCsca.named("C=VN,CN=Coming", NOW.plus(Duration.ofDays(1)), TestCsca.TO);
        assertThat(check(signed(coming.signer().sod().signedAt(NOW.plus(Duration.ofDays(2)))), trusting(coming)))
                .isEqualTo(new NotProven(Reason.CERTIFICATE_EXPIRED));
    }

    @Test
    void aLinkCertificateLeadsFromTheOldKeyToTheNew() throws Exception {
        TestCsca next = TestCsca.named("C=VN,O=Invented,CN=CSCA 2", TestCsca.FROM, TestCsca.TO);
        Map<ChipFile, byte[]> card = signed(next.signer().sod());
        TestStore.write(folder, "old.cer", VIETNAM.certificate());
        assertThat(check(card, CscaStore.load(folder))).isEqualTo(new NotProven(Reason.ISSUER_UNKNOWN));
        TestStore.write(folder, "link.cer", VIETNAM.linkTo(next));
        assertThat(check(card, CscaStore.load(folder))).isInstanceOf(Proven.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DG1", "DG13"})
    void anAlteredGroupIsFoundOut(ChipFile group) {
        Map<ChipFile, byte[]> card = signed(SIGNER.sod());
        byte[] altered = card.get(group).clone();
        altered[altered.length - 1] ^= 1;
        card.put(group, altered);
        assertThatThrownBy(() -> check(card, trusting(VIETNAM))).isInstanceOf(ChipAlteredException.class);
    }

    @Test
    void aGroupThatTheIssuerNeverSignedIsFoundOut() {
        Map<ChipFile, byte[]> card = signed(SIGNER.sod());
        card.put(ChipFile.DG15, new byte[] {0x6F, 0});
        assertThatThrownBy(() -> check(card, trusting(VIETNAM))).isInstanceOf(ChipAlteredException.class);
    }

    @Test
    void whatIsSignedOrIsNoGroupNeedNotBeThere() throws Exception {
        Map<ChipFile, byte[]> card = signed(SIGNER.sod());
        card.remove(ChipFile.DG13);
        card.put(ChipFile.CARD_ACCESS, new byte[] {0x31, 0});
        assertThat(check(card, trusting(VIETNAM))).isInstanceOf(Proven.class);
    }

    @Test
    void aSignerWhoIsNamedCarelesslyIsFoundWhenThereIsOnlyOne() throws Exception {
        X509Certificate other = VIETNAM.signer().certificate();
        TestSod careless = new TestSigner(SIGNER.keys(), other).sod();
        assertThat(check(signed(careless.bringing(SIGNER.certificate())), trusting(VIETNAM)))
                .isInstanceOf(Proven.class);
        for (TestSod unclear :
                List.of(careless.bringing(), careless.bringing(SIGNER.certificate(), VIETNAM.certificate()))) {
            assertThatThrownBy(() -> check(signed(unclear), trusting(VIETNAM)))
                    .isInstanceOf(MalformedChipFileException.class);
        }
    }

    @Test
    void aSignatureOfSomebodyElseIsFoundOut() {
        KeyPair stranger = TestCsca.ecKeys("secp256r1");
        assertThatThrownBy(() -> check(signed(SIGNER.sod().key(stranger.getPrivate())), trusting(VIETNAM)))
                .isInstanceOf(ChipAlteredException.class);
    }

    @Test
    void hashesThatWereExchangedBehindTheSignatureAreFoundOut() {
        Map<ChipFile, byte[]> card = signed(SIGNER.sod());
        byte[] sod = card.get(ChipFile.SOD).clone();
        byte[] other = card.get(ChipFile.DG1).clone();
        other[other.length - 1] ^= 1;
        replace(sod, sha256(card.get(ChipFile.DG1)), sha256(other));
        card.put(ChipFile.SOD, sod);
        card.put(ChipFile.DG1, other);
        assertThatThrownBy(() -> check(card, trusting(VIETNAM))).isInstanceOf(ChipAlteredException.class);
    }

    @Test
    void oldAndUnknownAlgorithmsAreNamedAsSuch() {
        for (TestSod weak : List.of(
                SIGNER.sod().digest("SHA-1"),
                SIGNER.sod().signature("SHA1withECDSA"),
                VIETNAM.signer(TestCsca.rsaKeys(2048)).sod().signature("SHA1withRSAandMGF1"))) {
            assertThatThrownBy(() -> check(signed(weak), trusting(VIETNAM)))
                    .isInstanceOf(AlgorithmUnsupportedException.class);
        }
    }

    @Test
    void aSignatureOverSomethingElseIsNoSod() {
        assertThatThrownBy(() -> check(signed(SIGNER.sod().contentType("1.2.840.113549.1.7.1")), trusting(VIETNAM)))
                .isInstanceOf(MalformedChipFileException.class);
    }

    @Test
    void noSodAndHalfASodAreMalformed() {
        Map<ChipFile, byte[]> card = signed(SIGNER.sod());
        byte[] whole = card.get(ChipFile.SOD);
        for (int length = 0; length < whole.length; length += 7) {
            card.put(ChipFile.SOD, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> check(card, trusting(VIETNAM))).isInstanceOf(MalformedChipFileException.class);
        }
        card.put(ChipFile.SOD, Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> check(card, trusting(VIETNAM))).isInstanceOf(MalformedChipFileException.class);
        card.remove(ChipFile.SOD);
        assertThatThrownBy(() -> check(card, trusting(VIETNAM))).isInstanceOf(MalformedChipFileException.class);
    }

    @Test
    void aSignerWhoseIssuerHasNoReadableNameIsMalformed() {
        Map<ChipFile, byte[]> card = signed(SIGNER.sod());
        replace(card.get(ChipFile.SOD), COUNTRY, NO_IDENTIFIER);
        assertThatThrownBy(() -> check(card, trusting(VIETNAM))).isInstanceOf(MalformedChipFileException.class);
    }

    @Test
    void aMegabyteIsNoSod() {
        Map<ChipFile, byte[]> card = signed(SIGNER.sod());
        card.put(ChipFile.SOD, TestSod.inTag(ChipFile.SOD, new byte[1024 * 1024]));
        assertThatThrownBy(() -> check(card, trusting(VIETNAM))).isInstanceOf(MalformedChipFileException.class);
    }

    @Test
    void nestingWithoutEndIsMalformed() {
        ByteArrayOutputStream nested = new ByteArrayOutputStream();
        for (int depth = 0; depth < 30_000; depth++) {
            nested.writeBytes(new byte[] {0x30, (byte) 0x80});
        }
        Map<ChipFile, byte[]> card = signed(SIGNER.sod());
        card.put(ChipFile.SOD, TestSod.inTag(ChipFile.SOD, nested.toByteArray()));
        assertThatThrownBy(() -> check(card, trusting(VIETNAM))).isInstanceOf(MalformedChipFileException.class);
    }

    @Test
    void theRestOfTheProcessKeepsItsProviders() throws Exception {
        check(signed(SIGNER.sod()), trusting(VIETNAM));
        assertThat(Security.getProvider("BC")).isNull();
    }

    private Authenticity check(Map<ChipFile, byte[]> card, CscaStore store) throws Exception {
        return PassiveAuthentication.check(card, store, NOW);
    }

    private CscaStore trusting(TestCsca... authorities) {
        for (int i = 0; i < authorities.length; i++) {
            TestStore.write(folder, i + ".cer", authorities[i].certificate());
        }
        return CscaStore.load(folder);
    }

    static Map<ChipFile, byte[]> signed(TestSod sod) {
        Map<ChipFile, byte[]> card = new EnumMap<>(ChipFile.class);
        card.put(ChipFile.DG1, TestSod.inTag(ChipFile.DG1, "zone".getBytes(StandardCharsets.US_ASCII)));
        card.put(ChipFile.DG13, TestSod.inTag(ChipFile.DG13, "Vietnamese".getBytes(StandardCharsets.US_ASCII)));
        card.put(ChipFile.SOD, sod.over(card));
        return card;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static void replace(byte[] in, byte[] what, byte[] with) {
        for (int at = 0; at <= in.length - what.length; at++) {
            if (Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                System.arraycopy(with, 0, in, at, with.length);
                return;
            }
        }
        throw new IllegalStateException("not there");
    }
}
