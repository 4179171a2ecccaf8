package vn.tiepdon.card.patientcard.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.patientcard.CardAuthenticationFailedException;
import vn.tiepdon.card.patientcard.KeySetMissingException;
import vn.tiepdon.card.patientcard.KeysRefusedException;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.TriesUsedUpException;
import vn.tiepdon.card.patientcard.UnexpectedStatusException;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.CommandApdu;
import vn.tiepdon.card.transport.SecureMessagingException;
import vn.tiepdon.card.transport.SecureMessagingException.Reason;
import vn.tiepdon.card.transport.StatusWord;
import vn.tiepdon.card.transport.Transport;

class SecureChannelTest {

    static final KeyVersion VERSION = new KeyVersion(CardRole.WRITING, 3);
    private static final MasterKey MASTER = MasterKeys.of(new SecretKeySpec(new byte[32], "AES"));
    static final CardKeys KEYS = CardKeys.derive(MASTER, VERSION, new byte[16]);
    static final byte[] HOST_CHALLENGE = new byte[8];
    static final CommandApdu STORE = CommandApdu.of(0x80, 0xE2, 0x82, 0x00);

    @Test
    void everyLengthOfCommandAndAnswerArrivesWhole() throws Exception {
        List<byte[]> arrived = new ArrayList<>();
        SecureChannel channel = open(new ChannelCard(KEYS, plain -> {
            arrived.add(plain);
            return plain;
        }));
        for (int length : new int[] {0, 1, 15, 16, 17, 31, 32, SecureChannel.MAX_DATA}) {
            byte[] data = new byte[length];
            Arrays.fill(data, (byte) length);
            assertThat(channel.transmit(STORE.withData(data)).data()).isEqualTo(data);
            assertThat(arrived.get(arrived.size() - 1)).isEqualTo(data);
        }
        CommandApdu tooLong = STORE.withData(new byte[SecureChannel.MAX_DATA + 1]);
        assertThatThrownBy(() -> channel.transmit(tooLong)).hasMessage("too long for a protected command");
        assertThat(arrived).hasSize(8);
    }

    @Test
    void aCommandThatIsBytesAlreadyTravelsAsWell() throws Exception {
        SecureChannel channel = open(new ChannelCard(KEYS, plain -> plain));
        assertThat(channel.transmit(STORE.withData(new byte[] {1, 2, 3}).toBytes()))
                .isEqualTo(HexFormat.of().parseHex("0102039000"));
    }

    @Test
    void noAlteredByteOfAnAnswerIsBelieved() throws Exception {
        byte[] answer = HexFormat.of().parseHex("00112233445566778899aabbccddeeff01");
        int length = 32 + 8;
        for (int at = 0; at < length; at++) {
            int place = at;
            assertRefused(answer, genuine -> {
                byte[] changed = genuine.clone();
                changed[place] ^= (byte) (1 << place % Byte.SIZE);
                return changed;
            });
        }
    }

    @Test
    void noCutOrLengthenedAnswerIsBelieved() throws Exception {
        byte[] answer = {1, 2, 3};
        for (int length : new int[] {0, 1, 7, 8, 9, 16, 23, 25, 40}) {
            assertRefused(answer, genuine -> {
                byte[] changed = Arrays.copyOf(genuine, length + 2);
                changed[length] = (byte) 0x90;
                changed[length + 1] = 0x00;
                return changed;
            });
        }
    }

    @Test
    void onlyAWholeAnswerOfTheKeysThatWereAskedForBeginsASession() throws Exception {
        byte[] answer = SecureChannel.request(new ChannelCard(KEYS, plain -> plain), VERSION, HOST_CHALLENGE);
        CardAnswer parsed = CardAnswer.parse(answer);
        assertThat(parsed.keyVersion()).isEqualTo(VERSION);
        assertThat(parsed.challenge()).isEqualTo(ChannelCard.CHALLENGE);
        assertThat(parsed.diversification()).isEqualTo(new byte[10]);
        assertThat(parsed.cryptogram()).isEqualTo(Arrays.copyOfRange(answer, 21, 29));
        assertThat(parsed).hasToString("CardAnswer[" + VERSION + "]");
        for (int length : new int[] {0, 28, 30}) {
            assertNoSession(Arrays.copyOf(answer, length), VERSION, HOST_CHALLENGE);
        }
        for (int at : new int[] {10, 11, 12}) {
            byte[] other = answer.clone();
            other[at] ^= 0x40;
            assertNoSession(other, VERSION, HOST_CHALLENGE);
        }
        assertNoSession(answer, new KeyVersion(CardRole.WRITING, 4), HOST_CHALLENGE);
        assertNoSession(answer, VERSION, new byte[7]);
    }

    private static void assertNoSession(byte[] answer, KeyVersion version, byte[] challenge) {
        assertThatThrownBy(() -> SessionAnswer.to(KEYS, version, challenge, answer))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void aHostChallengeHasEightBytes() {
        assertThatThrownBy(() -> SecureChannel.request(answering("9000"), VERSION, new byte[9]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sessionKeysHaveTheirLengths() {
        int[][] wrong = {{15, 16, 16, 8}, {16, 17, 16, 8}, {16, 16, 15, 8}, {16, 16, 16, 16}};
        for (int[] lengths : wrong) {
            assertThatThrownBy(() -> new SessionKeys(
                            new byte[lengths[0]], new byte[lengths[1]], new byte[lengths[2]], new byte[lengths[3]]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(noKeys()).hasToString("SessionKeys[…]");
    }

    @Test
    void anAnswerToAnEarlierCommandIsNone() throws Exception {
        List<byte[]> answers = new ArrayList<>();
        ChannelCard card = new ChannelCard(KEYS, plain -> new byte[] {1});
        SecureChannel channel = open(command -> {
            answers.add(card.transmit(command));
            return answers.size() == 4 ? answers.get(2) : answers.get(answers.size() - 1);
        });
        channel.transmit(STORE);
        assertThatThrownBy(() -> channel.transmit(STORE)).isInstanceOf(SecureMessagingException.class);
    }

    @Test
    void aCommandThatIsSentTwiceIsRefusedByTheCard() throws Exception {
        ChannelCard card = new ChannelCard(KEYS, plain -> plain);
        SecureChannel channel = open(command -> {
            if (command[1] == (byte) 0xE2) {
                card.transmit(command);
            }
            return card.transmit(command);
        });
        assertThatThrownBy(() -> channel.transmit(STORE))
                .isInstanceOfSatisfying(SecureMessagingException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.COMMAND_REFUSED));
    }

    @Test
    void aRefusalOfTheCardLeavesTheChannelOpen() throws Exception {
        ChannelCard card = new ChannelCard(KEYS, plain -> plain);
        int[] sent = {0};
        SecureChannel channel = open(command -> {
            byte[] answer = card.transmit(command);
            return sent[0]++ == 2 ? HexFormat.of().parseHex("6A83") : answer;
        });
        assertThat(channel.transmit(STORE).status()).isEqualTo(new StatusWord(0x6A83));
        assertThat(channel.transmit(STORE.withData(new byte[] {7})).data()).containsExactly(7);
    }

    @Test
    void aCardThatLeftClosesTheChannel() throws Exception {
        ChannelCard card = new ChannelCard(KEYS, plain -> plain);
        int[] sent = {0};
        SecureChannel channel = open(command -> {
            if (sent[0]++ == 2) {
                throw new CardRemovedException(null);
            }
            return card.transmit(command);
        });
        assertThatThrownBy(() -> channel.transmit(STORE)).isInstanceOf(CardRemovedException.class);
        assertThatThrownBy(() -> channel.transmit(STORE))
                .isInstanceOfSatisfying(SecureMessagingException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.CLOSED));
        assertThat(sent[0]).isEqualTo(3);
    }

    @Test
    void nothingOfTheDataIsSeenOnTheWay() throws Exception {
        ChannelCard card = new ChannelCard(KEYS, plain -> plain);
        List<String> seen = new ArrayList<>();
        SecureChannel channel = open(command -> {
            byte[] answer = card.transmit(command);
            seen.add(HexFormat.of().formatHex(command) + HexFormat.of().formatHex(answer));
            return answer;
        });
        byte[] secret = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");
        channel.transmit(STORE.withData(secret));
        channel.transmit(STORE.withData(secret));
        assertThat(seen).noneMatch(line -> line.contains("00112233") || line.contains("ccddeeff"));
        assertThat(seen.get(2).substring(10, 42)).isNotEqualTo(seen.get(3).substring(10, 42));
    }

    @Test
    void whatTheCardSaysInsteadOfASessionHasItsName() {
        assertThatThrownBy(() -> request("6A88"))
                .isInstanceOfSatisfying(KeySetMissingException.class, e -> assertThat(e.keyVersion())
                        .isEqualTo(0x23));
        assertThatThrownBy(() -> request("6983")).isInstanceOf(TriesUsedUpException.class);
        assertThatThrownBy(() -> request("6F00")).isInstanceOf(UnexpectedStatusException.class);
        assertThatThrownBy(() -> SecureChannel.open(answering("63C2"), noKeys()))
                .isInstanceOfSatisfying(KeysRefusedException.class, e -> assertThat(e.triesLeft())
                        .isEqualTo(2));
        assertThatThrownBy(() -> SecureChannel.open(answering("6983"), noKeys()))
                .isInstanceOf(TriesUsedUpException.class);
        assertThatThrownBy(() -> SecureChannel.open(answering("6988"), noKeys()))
                .isInstanceOf(SecureMessagingException.class);
        assertThatThrownBy(() -> SecureChannel.open(answering("6985"), noKeys()))
                .isInstanceOf(UnexpectedStatusException.class);
    }

    @Test
    void aCardWithOtherKeysIsACopy() throws Exception {
        CardKeys others = CardKeys.derive(MASTER, VERSION, HexFormat.of().parseHex("01".repeat(16)));
        byte[] answer = SecureChannel.request(new ChannelCard(others, plain -> plain), VERSION, HOST_CHALLENGE);
        assertThatThrownBy(() -> SessionAnswer.to(KEYS, VERSION, HOST_CHALLENGE, answer))
                .isInstanceOf(CardAuthenticationFailedException.class);
    }

    @Test
    void anAnswerForAnotherChallengeIsWorthNothing() throws Exception {
        byte[] answer = SecureChannel.request(new ChannelCard(KEYS, plain -> plain), VERSION, HOST_CHALLENGE);
        byte[] other = {1, 0, 0, 0, 0, 0, 0, 0};
        assertThatThrownBy(() -> SessionAnswer.to(KEYS, VERSION, other, answer))
                .isInstanceOf(CardAuthenticationFailedException.class);
    }

    static void assertRefused(byte[] answer, UnaryOperator<byte[]> change) throws Exception {
        ChannelCard card = new ChannelCard(KEYS, plain -> answer);
        int[] sent = {0};
        SecureChannel channel =
                open(command -> sent[0]++ < 2 ? card.transmit(command) : change.apply(card.transmit(command)));
        assertThatThrownBy(() -> channel.transmit(STORE))
                .isInstanceOfSatisfying(SecureMessagingException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.ANSWER_ALTERED));
        assertThatThrownBy(() -> channel.transmit(STORE))
                .isInstanceOfSatisfying(SecureMessagingException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.CLOSED));
    }

    static SecureChannel open(Transport card) throws Exception {
        byte[] answer = SecureChannel.request(card, VERSION, HOST_CHALLENGE);
        return SecureChannel.open(card, SessionAnswer.to(KEYS, VERSION, HOST_CHALLENGE, answer));
    }

    private static void request(String answer) throws Exception {
        SecureChannel.request(answering(answer), VERSION, HOST_CHALLENGE);
    }

    private static Transport answering(String answer) {
        return command -> HexFormat.of().parseHex(answer);
    }

    private static SessionKeys noKeys() {
        return new SessionKeys(new byte[16], new byte[16], new byte[16], new byte[8]);
    }
}
