package vn.tiepdon.card.patientcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

class PatientCardReaderTest {

    private final PatientCardReader reader = new PatientCardReader();

    @ParameterizedTest
    @CsvSource({"6A82", "6999", "6D00", "6E00"})
    void aCardThatRefusesOurApplicationIsNotOurs(String status) {
        assertThatThrownBy(() -> reader.read(selecting(status)))
                .isInstanceOfSatisfying(
                        NotOurCardException.class, e -> assertThat(e.status()).hasToString(status));
    }

    @Test
    void aLockedCardIsBlocked() {
        assertThatThrownBy(() -> reader.read(selecting("6283"))).isInstanceOf(CardBlockedException.class);
        assertThatThrownBy(() -> reader.read(selecting(fci("80010181017F820301013D"))))
                .isInstanceOf(CardBlockedException.class);
    }

    @Test
    void aNewerApplicationIsNamed() {
        assertThatThrownBy(() -> reader.read(selecting(fci("80010281010799"))))
                .isInstanceOf(NewerLayoutException.class);
    }

    @Test
    void aFileTooLongForItsLayoutIsNotEvenRead() {
        assertThatThrownBy(() -> reader.read(selecting(fci("8001018101078203017FFF"))))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void aPersonalisedCardWithoutARecordIsMalformed() {
        assertThatThrownBy(() -> reader.read(selecting(fci("8001018101078200"))))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void aRefusedCommandIsNamed() {
        assertThatThrownBy(() -> reader.authenticate(command -> HexFormat.of().parseHex("6F00"), new byte[32]))
                .isInstanceOfSatisfying(UnexpectedStatusException.class, e -> {
                    assertThat(e.instruction()).isEqualTo(0x88);
                    assertThat(e.status()).hasToString("6F00");
                });
    }

    @Property(tries = 2000)
    void anyAnswersEndInADeclaredFailure(@ForAll @Size(max = 300) byte[] answer) {
        Throwable thrown = catchThrowable(() -> reader.read(command -> answer.clone()));
        assertThat(thrown)
                .satisfiesAnyOf(e -> assertThat(e).isInstanceOf(PatientCardException.class), e -> assertThat(e)
                        .isInstanceOf(TransportException.class));
    }

    @Test
    void theChallengeIsBoundToDeviceInstantAndNonce() {
        byte[] nonce = HexFormat.of().parseHex("000102030405060708090A0B0C0D0E0F");
        byte[] challenge = CardChallenge.of("kiosk-1", Instant.ofEpochMilli(1_767_225_600_000L), nonce);
        assertThat(HexFormat.of().formatHex(challenge))
                .isEqualTo("b1e0a660a0e9009d91813b82dbb8584aa9c768b2edbde2bc8d565be68f164415");
        assertThatThrownBy(() -> CardChallenge.of("kiosk-1", Instant.EPOCH, new byte[15]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CardChallenge.of("", Instant.EPOCH, nonce))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPointOffTheCurveIsNoKey() {
        byte[] point = TestIdentity.record().cardKey().point();
        point[64] ^= 1;
        assertThatThrownBy(() -> new CardPublicKey(point)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CardPublicKey(new byte[65])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void garbageIsNoProof() {
        IdentityRecord identity = TestIdentity.record();
        for (byte[] garbage : new byte[][] {{}, {0x30}, new byte[64], new byte[300]}) {
            assertThatThrownBy(() -> CardProof.verify(identity.cardKey(), identity.cardId(), new byte[32], garbage))
                    .isInstanceOf(CardAuthenticationFailedException.class);
        }
    }

    private static Transport selecting(String answer) {
        return command -> HexFormat.of().parseHex(answer);
    }

    private static String fci(String content) {
        int length = content.length() / 2;
        return "6F%02X8409F054494550444F4E01A5%02X%s9000".formatted(length + 13, length, content);
    }
}
