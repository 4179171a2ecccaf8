package vn.tiepdon.card.patientcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
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
        assertThatThrownBy(() -> reader.read(selecting(directory(0x0F, 0x013D))))
                .isInstanceOf(CardBlockedException.class);
    }

    @Test
    void aCardThatIsNotInUseIsRefusedForWhatItIs() {
        assertThatThrownBy(() -> reader.read(selecting(directory(0x01, 0)))).isInstanceOf(CardBlankException.class);
        assertThatThrownBy(() -> reader.read(selecting(directory(0x7F, 0)))).isInstanceOf(CardEndedException.class);
        assertThatThrownBy(() -> reader.read(selecting(directory(0x02, 0))))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void theDeskSeesWhoseABlockedCardIs() throws Exception {
        byte[] file = TestIdentity.signed().encoded();
        Transport card = card(directory(0x0F, file.length), file);
        CardDirectory blocked = PatientCardReader.select(card);
        assertThat(blocked.state()).isEqualTo(Lifecycle.BLOCKED);
        assertThat(reader.identity(card, blocked).encoded()).isEqualTo(file);
        CardDirectory ended = PatientCardReader.select(selecting(directory(0x7F, 0)));
        assertThatThrownBy(() -> reader.identity(card, ended)).isInstanceOf(CardEndedException.class);
        CardDirectory blank = PatientCardReader.select(selecting(directory(0x01, 0)));
        assertThatThrownBy(() -> reader.identity(card, blank)).isInstanceOf(CardBlankException.class);
    }

    @Test
    void aCardInUseIsNoBlankOne() throws Exception {
        for (int state : new int[] {0x03, 0x07, 0x0F, 0x7F}) {
            CardDirectory directory = PatientCardReader.select(selecting(directory(state, 0)));
            assertThatThrownBy(directory::requireBlank).isInstanceOf(CardAlreadyPersonalisedException.class);
        }
        CardDirectory blank = PatientCardReader.select(selecting(directory(0x01, 0)));
        assertThat(blank.requireBlank()).isSameAs(blank);
    }

    @Test
    void theDirectoryTellsWhatTheCardHolds() throws Exception {
        CardDirectory directory = PatientCardReader.select(selecting(fci("800101" + "810107"
                + "820901013D020400030600" + "8303120031" + "8404FFFFFFFE" + "85020218" + "86027FFF"
                + "87080102030405060708")));
        assertThat(directory)
                .isEqualTo(new CardDirectory(
                        1,
                        Lifecycle.ACTIVE,
                        317,
                        1024,
                        1536,
                        Optional.of(new KeyVersion(CardRole.READING, 2)),
                        Optional.empty(),
                        Optional.of(new KeyVersion(CardRole.ADMINISTERING, 1)),
                        4_294_967_294L,
                        2,
                        24,
                        32_767,
                        CardSerial.ofHex("0102030405060708")));
        assertThat(directory.toString()).doesNotContain("0102");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8303212131", "8303102131", "8303FF2131", "83021121", "830411213100"})
    void keyVersionsThatAreNoneAreRefused(String keys) {
        String content = "800101" + "810107" + "820901013D020000030000" + keys + "840400000000" + "85020018"
                + "86027FFF" + "87080102030405060708";
        assertThatThrownBy(() -> PatientCardReader.select(selecting(fci(content))))
                .isInstanceOf(MalformedRecordException.class);
    }

    /** Layout, state, order of the files, a length beyond its file, more visits than there is room for, one element more. */
    @ParameterizedTest
    @CsvSource({
        "800101, 800100",
        "810107, 8101FF",
        "820901013D020000030000, 820901013D030000020000",
        "820901013D020000030000, 8209017FFF020000030000",
        "85020018, 85021918",
        "87080102030405060708, 870801020304050607089900"
    })
    void aDirectoryThatMakesNoSenseIsRefused(String right, String wrong) throws Exception {
        String content = "800101" + "810107" + "820901013D020000030000" + "8303112131" + "840400000000" + "85020018"
                + "86027FFF" + "87080102030405060708";
        assertThat(content).contains(right);
        assertThat(PatientCardReader.select(selecting(fci(content))).visits()).isZero();
        assertThatThrownBy(() -> PatientCardReader.select(selecting(fci(content.replace(right, wrong)))))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void aCardMayBeFull() throws Exception {
        String content = "800101" + "810107" + "820901013D020000030000" + "8303112131" + "840400000000" + "85021818"
                + "86027FFF" + "87080102030405060708";
        assertThat(PatientCardReader.select(selecting(fci(content))).visits()).isEqualTo(24);
    }

    @Test
    void aNewerApplicationIsNamed() {
        assertThatThrownBy(() -> reader.read(selecting(fci("80010281010799"))))
                .isInstanceOf(NewerLayoutException.class);
    }

    @Test
    void aFileTooLongForItsLayoutIsNotEvenRead() {
        assertThatThrownBy(() -> reader.read(selecting(directory(0x07, 0x7FFF))))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void aPersonalisedCardWithoutARecordIsMalformed() {
        assertThatThrownBy(() -> reader.read(selecting(directory(0x07, 0))))
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

    /** Answers SELECT and READ BINARY. */
    private static Transport card(String directory, byte[] file) {
        return command -> {
            if (command[1] == (byte) 0xA4) {
                return HexFormat.of().parseHex(directory);
            }
            int offset = command[2] < 0 ? 0 : (command[2] & 0xFF) << 8 | command[3] & 0xFF;
            int length = (command[4] - 1 & 0xFF) + 1;
            byte[] answer = Arrays.copyOfRange(file, offset, offset + length + 2);
            answer[length] = (byte) 0x90;
            answer[length + 1] = 0;
            return answer;
        };
    }

    private static String directory(int state, int identityLength) {
        return TestDirectory.fci(state, identityLength) + "9000";
    }

    private static String fci(String content) {
        return TestDirectory.around(content) + "9000";
    }
}
