package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jmrtd.PassportService;
import org.jmrtd.Util;
import org.jmrtd.lds.icao.DG15File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChipProofTest {

    private static final Citizen CITIZEN = Citizen.sample();
    private static final TestAuthority VIETNAM = TestAuthority.vietnam();
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    /** "SHA-256" in ISO/IEC 9796-2. */
    private static final byte[] TRAILER = HexFormat.of().parseHex("34CC");

    private static final byte[] CHALLENGE = HexFormat.of().parseHex("F173589974BF40C6");

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {
                "KNOWS_MASTER_FILE",
                "CHIP_AUTHENTICATION_TRIPLE_DES",
                "CHIP_AUTHENTICATION_AES_256",
                "EXPLICIT_CURVES"
            })
    void chipAuthenticationGoesOnUnderNewKeys(Quirk quirk) throws Exception {
        Jmrtd reader = opened(quirk);
        reader.authenticateChip();
        assertThat(reader.read(PassportService.EF_DG13)).isNotEmpty();
    }

    @Test
    void chipAuthenticationWorksAfterBasicAccessControlToo() throws Exception {
        Jmrtd reader = new Jmrtd(VirtualCitizenCard.of(CITIZEN, VIETNAM));
        reader.openByBac(CITIZEN.mrz());
        reader.authenticateChip();
        assertThat(reader.read(PassportService.EF_DG1)).isNotEmpty();
    }

    @Test
    void aCloneCannotGoOnUnderTheNewKeys() throws Exception {
        Jmrtd reader = opened(Quirk.CLONED);
        reader.authenticateChip();
        assertThatThrownBy(() -> reader.read(PassportService.EF_DG1)).isInstanceOf(Exception.class);
    }

    @Test
    void activeAuthenticationSignsTheChallenge() throws Exception {
        assertThat(activelyAuthentic(opened(Quirk.KNOWS_MASTER_FILE))).isTrue();
        assertThat(activelyAuthentic(opened(Quirk.EXPLICIT_CURVES))).isTrue();
    }

    @Test
    void aCloneSignsWithAnotherKey() throws Exception {
        assertThat(activelyAuthentic(opened(Quirk.CLONED))).isFalse();
    }

    @Test
    void activeAuthenticationMayUseRsa() throws Exception {
        Jmrtd reader = opened(Quirk.ACTIVE_AUTHENTICATION_RSA);
        PublicKey key = activeKey(reader);
        byte[] signature = sign(reader, key);
        Cipher raw = Cipher.getInstance("RSA/ECB/NoPadding", BC);
        raw.init(Cipher.DECRYPT_MODE, key);
        byte[] message = raw.doFinal(signature);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Util.recoverMessage(digest.getDigestLength(), message));
        byte[] expected = Bytes.join(digest.digest(CHALLENGE), TRAILER);
        assertThat(Arrays.copyOfRange(message, message.length - expected.length, message.length))
                .isEqualTo(expected);
    }

    @Test
    void aCardMayHaveNoneOfTheTwo() throws Exception {
        VirtualCitizenCard card =
                VirtualCitizenCard.of(CITIZEN, VIETNAM, Quirk.NO_ACTIVE_AUTHENTICATION, Quirk.NO_CHIP_AUTHENTICATION);
        Jmrtd reader = new Jmrtd(card);
        reader.openByCan(CITIZEN.can());
        assertThatThrownBy(() -> reader.read(PassportService.EF_DG15)).isInstanceOf(CardServiceException.class);
        assertThat(reader.read(PassportService.EF_DG14)).isNotEmpty();
    }

    private static boolean activelyAuthentic(Jmrtd reader) throws Exception {
        PublicKey key = activeKey(reader);
        Signature verifier = Signature.getInstance("SHA256withPLAIN-ECDSA", BC);
        verifier.initVerify(key);
        verifier.update(CHALLENGE);
        return verifier.verify(sign(reader, key));
    }

    private static byte[] sign(Jmrtd reader, PublicKey key) throws CardServiceException {
        return reader.service()
                .doAA(key, "SHA-256", "SHA256withECDSA", CHALLENGE)
                .getResponse();
    }

    private static PublicKey activeKey(Jmrtd reader) throws Exception {
        byte[] file = reader.read(PassportService.EF_DG15);
        return new DG15File(new ByteArrayInputStream(file)).getPublicKey();
    }

    private static Jmrtd opened(Quirk quirk) throws Exception {
        Jmrtd reader = new Jmrtd(VirtualCitizenCard.of(CITIZEN, VIETNAM, quirk));
        reader.openByCan(CITIZEN.can());
        return reader;
    }
}
