package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import net.sf.scuba.smartcards.CommandAPDU;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.Util;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.protocol.BACProtocol;
import org.jmrtd.protocol.DESedeSecureMessagingWrapper;
import org.jmrtd.protocol.PACEProtocol;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.transport.MalformedResponseException;

/**
 * What we rely on JMRTD for gives what ICAO Doc 9303 part 11 (8th edition, 2021) works out in its appendices D.2 to D.4
 * (BAC and its channel) and G.1 (PACE, ECDH, generic mapping).
 *
 * <p>Each value was compared, by a program, with two others' transcripts of the same appendices: the tests of
 * ZeroPass/dmrtd ({@code bac_test}, {@code sm_test}, {@code pace_test_ecdh}), and {@code icao_ref.py} of
 * g0ddest/javacard-express, which works most of them out again. The fillers of a missing expiry date and the access
 * number are no examples of the document and are worked out here.
 */
class WorkedExamplesTest {

    private static final BACKey BAC_KEY = new BACKey("L898902C<", "690806", "940623");
    private static final String PACE = SecurityInfo.ID_PACE_ECDH_GM_AES_CBC_CMAC_128;
    private static final ECParameterSpec CURVE =
            (ECParameterSpec) PACEInfo.toParameterSpec(PACEInfo.PARAM_ID_ECP_BRAINPOOL_P256_R1);

    private final Deque<String> answers = new ArrayDeque<>();
    private final Deque<String> sent = new ArrayDeque<>();
    private final CardLink link = new CardLink(command -> {
        sent.add(hex(command));
        return bytes(answers.remove());
    });

    @Test
    void theZoneGivesTheKeysOfBasicAccess() throws Exception {
        assertThat(hex(BAC_KEY.getKey())).isEqualTo("239AB9CB282DAF66231DC5A4DF6BFBAE");
        assertThat(keyBytes(Util.deriveKey(BAC_KEY.getKey(), Util.ENC_MODE)))
                .isEqualTo("AB94FDECF2674FDFB9B391F85D7F76F2");
        assertThat(keyBytes(Util.deriveKey(BAC_KEY.getKey(), Util.MAC_MODE)))
                .isEqualTo("7962D9ECE03D1ACD4C76089DCE131543");
    }

    /** Doc 9303 part 11, 4.3.2 hashes the fields as they stand; a missing date is six fillers and the digit 0. */
    @Test
    void aZoneWithoutExpiryDateGivesAKeyToo() throws Exception {
        byte[] zone = "19000012309001158<<<<<<0".getBytes(StandardCharsets.US_ASCII);
        byte[] hash = MessageDigest.getInstance("SHA-1").digest(zone);
        assertThat(hex(new BACKey("190000123", "900115", "<<<<<<").getKey()))
                .isEqualTo(hex(hash).substring(0, 32));
    }

    @Test
    void whatJmrtdWouldLogIsNotLogged() {
        assertThat(link.isOpen()).isTrue();
        for (String name : List.of("org.jmrtd", "org.jmrtd.protocol", "org.jmrtd.lds", "net.sf.scuba.tlv")) {
            assertThat(Logger.getLogger(name).isLoggable(Level.SEVERE)).as(name).isFalse();
        }
    }

    @Test
    void basicAccessGivesTheKeysOfTheChannel() throws Exception {
        byte[] seed = bytes("0036D272F5C350ACAC50C3F572D23600");
        assertThat(keyBytes(Util.deriveKey(seed, Util.ENC_MODE))).isEqualTo("979EC13B1CBFE9DCD01AB0FED307EAE5");
        assertThat(keyBytes(Util.deriveKey(seed, Util.MAC_MODE))).isEqualTo("F1CB1F1FB5ADF208806B89DC579DC1F8");
        assertThat(BACProtocol.computeSendSequenceCounter(bytes("4608F91988702212"), bytes("781723860C06C226")))
                .isEqualTo(0x887022120C06C226L);
    }

    @Test
    void commandsAndAnswersAreProtected() throws Exception {
        SecureChannel channel = channel();
        answers.addAll(List.of(
                "990290008E08FA855A5D4C50A8ED9000",
                "8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000",
                "871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000"));
        assertThat(channel.transmit("SELECT", new CommandAPDU(bytes("00A4020C02011E")))
                        .isOk())
                .isTrue();
        assertThat(hex(channel.transmit("READ BINARY", new CommandAPDU(bytes("00B0000004")))
                        .data()))
                .isEqualTo("60145F01");
        assertThat(hex(channel.transmit("READ BINARY", new CommandAPDU(bytes("00B0000412")))
                        .data()))
                .isEqualTo("04303130365F36063034303030305C026175");
        assertThat(sent)
                .containsExactly(
                        "0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800",
                        "0CB000000D9701048E08ED6705417E96BA5500",
                        "0CB000040D9701128E082EA28A70F3C7B53500");
    }

    @Test
    void anyChangedBitOfAProtectedAnswerIsFoundOut() throws Exception {
        byte[] answer = bytes("990290008E08FA855A5D4C50A8ED9000");
        for (int bit = 0; bit < (answer.length - 2) * 8; bit++) {
            byte[] changed = answer.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            answers.add(hex(changed));
            SecureChannel channel = channel();
            assertThatThrownBy(() -> channel.transmit("SELECT", new CommandAPDU(bytes("00A4020C02011E"))))
                    .as("bit %d", bit)
                    .isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void theZoneGivesTheKeyOfPace() throws Exception {
        BACKey zone = new BACKey("T22000129", "640812", "101031");
        assertThat(hex(PACEProtocol.computeKeySeedForPACE(zone))).isEqualTo("7E2D2A41C74EA0B38CD36F863939BFA8E9032AAD");
        SecretKey key = PACEProtocol.deriveStaticPACEKey(zone, PACE);
        assertThat(hex(key.getEncoded())).isEqualTo("89DED1B26624EC1E634C1989302849DD");
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(new byte[16]));
        assertThat(hex(cipher.doFinal(bytes("95A3A016522EE98D01E76CB6B98B42C3"))))
                .isEqualTo("3F00C4D39D153F2B2A214A078D899B22");
    }

    /** Doc 9303 part 11, 4.4.4.1: the digits themselves are hashed, with the counter of the password behind them. */
    @Test
    void theAccessNumberGivesTheKeyOfPace() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-1").digest(bytes("30303031323300000003"));
        assertThat(hex(PACEProtocol.deriveStaticPACEKey(PACEKeySpec.createCANKey("000123"), PACE)
                        .getEncoded()))
                .isEqualTo(hex(hash).substring(0, 32));
    }

    @Test
    void theNonceMapsTheGeneratorOfTheCurve() {
        ECPoint shared = point(
                "60332EF2450B5D247EF6D3868397D398852ED6E8CAF6FFEEF6BF85CA57057FD5",
                "0840CA7415BAF3E43BD414D35AA4608B93A2CAF3A4E3EA4E82C9C13D03EB7181");
        assertThat(PACEProtocol.mapNonceGMWithECDH(bytes("3F00C4D39D153F2B2A214A078D899B22"), shared, CURVE)
                        .getGenerator())
                .isEqualTo(point(
                        "8CED63C91426D4F0EB1435E7CB1D74A46723A0AF21C89634F65A9AE87A9265E2",
                        "8C879506743F8611AC33645C5B985C80B5F09A0B83407C1B6A4D857AE76FE522"));
    }

    @Test
    void theSharedSecretOfPaceGivesKeysAndTokens() throws Exception {
        byte[] secret = bytes("28768D20701247DAE81804C9E780EDE582A9996DB4A315020B2733197DB84925");
        assertThat(hex(Util.deriveKey(secret, "AES", 128, Util.ENC_MODE).getEncoded()))
                .isEqualTo("F5F0E35C0D7161EE6724EE513A0D9A7F");
        SecretKey mac = Util.deriveKey(secret, "AES", 128, Util.MAC_MODE);
        assertThat(hex(mac.getEncoded())).isEqualTo("FE251C7858B356B24514B3BD5F4297D1");
        PublicKey chip = key(
                "9E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB",
                "7764B22277A2EDDC3C265A9F018F9CB852E111B768B326904B59A0193776F094");
        PublicKey reader = key(
                "2DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C",
                "3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB36462");
        assertThat(hex(PACEProtocol.generateAuthenticationToken(PACE, mac, chip)))
                .isEqualTo("C2B0BD78D94BA866");
        assertThat(hex(PACEProtocol.generateAuthenticationToken(PACE, mac, reader)))
                .isEqualTo("3ABB9674BCE93C08");
    }

    private SecureChannel channel() throws Exception {
        byte[] seed = bytes("0036D272F5C350ACAC50C3F572D23600");
        return new SecureChannel(
                link,
                new DESedeSecureMessagingWrapper(
                        Util.deriveKey(seed, Util.ENC_MODE), Util.deriveKey(seed, Util.MAC_MODE), 0x887022120C06C226L));
    }

    private static PublicKey key(String x, String y) throws Exception {
        return KeyFactory.getInstance("EC", Util.getBouncyCastleProvider())
                .generatePublic(new ECPublicKeySpec(point(x, y), CURVE));
    }

    private static ECPoint point(String x, String y) {
        return new ECPoint(new BigInteger(x, 16), new BigInteger(y, 16));
    }

    /** The first two of three DES keys, without their parity bits, which JMRTD does not set. */
    private static String keyBytes(SecretKey key) {
        byte[] bytes = key.getEncoded();
        byte[] withParity = new byte[16];
        for (int at = 0; at < withParity.length; at++) {
            int bits = bytes[at] & 0xFE;
            withParity[at] = (byte) (bits | (Integer.bitCount(bits) + 1) % 2);
        }
        return hex(withParity);
    }

    private static byte[] bytes(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
