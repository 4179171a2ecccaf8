package vn.tiepdon.card.citizen.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;
import vn.tiepdon.card.citizen.ChipClonedException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.MalformedChipFileException;

class ActiveAuthenticationTest {

    private static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final byte[] ANOTHER = {1, 2, 3, 4, 5, 6, 7, 9};
    private static final TestChipKey EC = TestChipKey.ec();
    private static final TestChipKey RSA = new TestChipKey(TestCsca.rsaKeys(1024));

    @ParameterizedTest
    @CsvSource({
        "secp256r1, 3, SHA256withPLAIN-ECDSA",
        "secp256r1, 1, SHA1withPLAIN-ECDSA",
        "secp384r1, 4, SHA384withPLAIN-ECDSA",
        "secp521r1, 5, SHA512withPLAIN-ECDSA",
        "brainpoolP256r1, 3, SHA256withPLAIN-ECDSA",
    })
    void aChipProvesItsEcKeyWithTheHashThatDg14Names(String curve, int algorithm, String signature) throws Exception {
        TestChipKey chip = new TestChipKey(TestCsca.ecKeys(curve));
        byte[] dg14 = TestChipKey.dg14(new ASN1ObjectIdentifier("0.4.0.127.0.7.1.1.4.1." + algorithm));
        byte[] answer = chip.answer(CHALLENGE, signature);
        ActiveAuthentication.verify(chip.dg15(), Optional.of(dg14), CHALLENGE, answer);
        assertThatThrownBy(() -> ActiveAuthentication.verify(chip.dg15(), Optional.of(dg14), ANOTHER, answer))
                .isInstanceOf(ChipClonedException.class);
    }

    @Test
    void aDg14ThatDoesNotNameTheHashIsForgiven() throws Exception {
        ActiveAuthentication.verify(EC.dg15(), Optional.empty(), CHALLENGE, EC.answer(CHALLENGE));
        ActiveAuthentication.verify(
                EC.dg15(),
                Optional.of(EC.dg14WithChipAuthentication()),
                CHALLENGE,
                EC.answer(CHALLENGE, "SHA384withPLAIN-ECDSA"));
    }

    @Test
    void aCopyWithAnotherKeyIsFoundOut() {
        for (byte[] answer : new byte[][] {TestChipKey.ec().answer(CHALLENGE), {}, new byte[64], new byte[63]}) {
            assertThatThrownBy(() -> ActiveAuthentication.verify(EC.dg15(), Optional.of(EC.dg14()), CHALLENGE, answer))
                    .isInstanceOf(ChipClonedException.class);
        }
        for (byte[] answer : new byte[][] {{}, new byte[128], new byte[129], EC.answer(CHALLENGE)}) {
            assertThatThrownBy(() -> ActiveAuthentication.verify(RSA.dg15(), Optional.empty(), CHALLENGE, answer))
                    .isInstanceOf(ChipClonedException.class);
        }
    }

    @Test
    void aChipProvesItsRsaKeyWhateverItsTrailerSays() throws Exception {
        assertRsa(new SHA1Digest(), true);
        assertRsa(new SHA1Digest(), false);
        assertRsa(SHA256Digest.newInstance(), false);
        assertRsa(new SHA512Digest(), false);
    }

    private static void assertRsa(Digest digest, boolean implicit) throws Exception {
        byte[] answer = RSA.answer(CHALLENGE, digest, implicit);
        assertThatCode(() -> ActiveAuthentication.verify(RSA.dg15(), Optional.empty(), CHALLENGE, answer))
                .as(digest.getAlgorithmName())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ActiveAuthentication.verify(RSA.dg15(), Optional.empty(), ANOTHER, answer))
                .isInstanceOf(ChipClonedException.class);
    }

    @Test
    void dg14TellsWhetherTheChipHasChipAuthentication() throws Exception {
        assertThat(SecurityInfos.parse(EC.dg14WithChipAuthentication()).chipAuthentication())
                .isTrue();
        assertThat(SecurityInfos.parse(EC.dg14()).chipAuthentication()).isFalse();
    }

    @Test
    void whatIsNoKeyIsMalformedAndWhatIsNoKnownKeyIsUnsupported() {
        byte[] empty = TestSod.inTag(ChipFile.DG15, new byte[] {0x30, 0});
        assertThatThrownBy(() -> ActiveAuthentication.verify(empty, Optional.empty(), CHALLENGE, new byte[64]))
                .isInstanceOf(MalformedChipFileException.class);
        assertThatThrownBy(() -> ActiveAuthentication.verify(
                        EC.dg15(), Optional.of(new byte[] {0x6E, 1, 0x31}), CHALLENGE, new byte[64]))
                .isInstanceOf(MalformedChipFileException.class);
        byte[] unknown = TestChipKey.dg14(new ASN1ObjectIdentifier("1.2.3.4"));
        assertThatThrownBy(() ->
                        ActiveAuthentication.verify(EC.dg15(), Optional.of(unknown), CHALLENGE, EC.answer(CHALLENGE)))
                .isInstanceOf(AlgorithmUnsupportedException.class);
    }
}
