package vn.tiepdon.card.patientcard.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.patientcard.CardAuthenticationFailedException;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.ResponseApdu;

/**
 * An exchange with a real card at security level 33, AES-128, S8: {@code SCP03_Test_AES128_33} in
 * {@code tests/unittests/test_globalplatform.py} of github.com/osmocom/pysim. That card makes its challenge otherwise
 * (i = 70), which nothing here depends on.
 */
class MessagingVectorsTest {

    private static final byte[] HOST_CHALLENGE = hex("fdf38259a1e0de44");
    private static final byte[] CARD_CHALLENGE = hex("3b1aca81e821f219");
    private static final byte[] CARD_CRYPTOGRAM = hex("081cdc01c26b372d");

    private final CardKeys keys = new CardKeys(
            new KeyVersion(CardRole.ADMINISTERING, 1),
            hex("000102030405060708090a0b0c0d0e0f"),
            hex("101112131415161718191a1b1c1d1e1f"),
            hex("202122232425262728292a2b2c2d2e2f"));
    private SessionKeys session;
    private Messaging messaging;

    @BeforeEach
    void beginTheSession() throws Exception {
        session = SessionAnswer.to(keys, HOST_CHALLENGE, CARD_CHALLENGE, CARD_CRYPTOGRAM);
        messaging = new Messaging(session);
    }

    @Test
    void anotherCryptogramIsNotTheCards() {
        byte[] other = CARD_CRYPTOGRAM.clone();
        other[7] ^= 1;
        assertThatThrownBy(() -> SessionAnswer.to(keys, HOST_CHALLENGE, CARD_CHALLENGE, other))
                .isInstanceOf(CardAuthenticationFailedException.class);
    }

    @Test
    void everyMessageOfTheExchangeComesOut() throws Exception {
        CommandApdu authenticate = CommandApdu.parse(hex("8082330008" + hex(session.hostCryptogram())));
        assertThat(messaging.authenticate(authenticate).toBytes())
                .isEqualTo(hex("84823300108c36f96bcc00724a4e13ad591d7da3f0"));
        assertWrapped("80e2910006bf3e035c015a00", "84e2910018267a85dfe4a98fca6fb0527e0dfecce4914e40401433c87f00");
        ResponseApdu answer = messaging.unwrap(ResponseApdu.of(
                hex("f3ba2b1013aa6224f5e1c138d71805c569e5439b47576260" + "b75fc021b25097cb2e68f8a0144975b9" + "9000")));
        assertThat(answer.data()).isEqualTo(hex("bf3e125a1089882119900000000000000000000005"));
        // Le, which no MAC covers, is added where the exchange has none: every good answer carries a MAC.
        assertWrapped("80f22002", "84f2200208ac6a59024bed84cc" + "00");
        assertWrapped("80ca006600", "84ca006608409912ad8fb7aed000");
        assertWrapped(
                "80f220020a4f0212345c054f9f70c5", "84f22002185f3dafc3ac14c381536a488bf44e06d056df9d74dbd21e5a" + "00");
        assertWrapped("80f28002024f0000", "84f280021865165105be3373347d0424d4400af2ac393f569ec779389e00");
    }

    private void assertWrapped(String plain, String expected) {
        assertThat(messaging.wrap(CommandApdu.parse(hex(plain))).toBytes()).isEqualTo(hex(expected));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
