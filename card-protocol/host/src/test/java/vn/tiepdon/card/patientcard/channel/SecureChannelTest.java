package vn.tiepdon.card.patientcard.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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

    private static final KeyVersion VERSION = new KeyVersion(CardRole.WRITING, 3);
    private static final MasterKey MASTER = MasterKeys.of(new SecretKeySpec(new byte[32], "AES"));
    private static final CardKeys KEYS = CardKeys.derive(MASTER, VERSION, new byte[16]);
    private static final byte[] HOST_CHALLENGE = new byte[8];
    private static final CommandApdu STORE = CommandApdu.of(0x80, 0xE2, 0x82, 0x00);

    @Property(tries = 200)
    void anyCommandArrivesAndAnyAnswerComesBack(
            @ForAll @Size(max = 6) List<@Size(max = 239) byte[]> commands, @ForAll @Size(max = 239) byte[] answer)
            throws Exception {
        List<byte[]> arrived = new ArrayList<>();
        SecureChannel channel = open(new ChannelCard(KEYS, plain -> {
            arrived.add(plain);
            return answer;
        }));
        for (byte[] data : commands) {
            assertThat(channel.transmit(STORE.withData(data)).data()).isEqualTo(answer);
        }
        assertThat(arrived).usingElementComparator(Arrays::compare).isEqualTo(commands);
    }

    @Property(tries = 500)
    void anAlteredAnswerIsNoAnswerAndClosesTheChannel(
            @ForAll @Size(max = 40) byte[] answer,
            @ForAll @IntRange(max = 66) int at,
            @ForAll @IntRange(max = 7) int bit)
            throws Exception {
        assertRefused(answer, genuine -> {
            byte[] changed = genuine.clone();
            changed[at % changed.length] ^= (byte) (1 << bit);
            return changed;
        });
    }

    @Property(tries = 200)
    void aCutOrLengthenedAnswerIsNone(@ForAll @Size(max = 40) byte[] answer, @ForAll @IntRange(max = 100) int length)
            throws Exception {
        assertRefused(answer, genuine -> {
            int whole = genuine.length - 2;
            byte[] changed = Arrays.copyOf(genuine, (length == whole ? whole + 1 : length) + 2);
            changed[changed.length - 2] = (byte) 0x90;
            changed[changed.length - 1] = 0x00;
            return changed;
        });
    }

    @Example
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

    @Example
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

    @Example
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

    @Example
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

    @Example
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

    @Example
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

    @Example
    void aCardWithOtherKeysIsACopy() throws Exception {
        CardKeys others = CardKeys.derive(MASTER, VERSION, HexFormat.of().parseHex("01".repeat(16)));
        byte[] answer = SecureChannel.request(new ChannelCard(others, plain -> plain), VERSION, HOST_CHALLENGE);
        assertThatThrownBy(() -> SessionAnswer.to(KEYS, VERSION, HOST_CHALLENGE, answer))
                .isInstanceOf(CardAuthenticationFailedException.class);
    }

    @Example
    void anAnswerForAnotherChallengeIsWorthNothing() throws Exception {
        byte[] answer = SecureChannel.request(new ChannelCard(KEYS, plain -> plain), VERSION, HOST_CHALLENGE);
        byte[] other = {1, 0, 0, 0, 0, 0, 0, 0};
        assertThatThrownBy(() -> SessionAnswer.to(KEYS, VERSION, other, answer))
                .isInstanceOf(CardAuthenticationFailedException.class);
    }

    @Property(tries = 500)
    void anyAnswerIsTheCardsOrADeclaredRefusal(@ForAll @Size(max = 40) byte[] answer) {
        Throwable thrown = catchThrowable(() -> SessionAnswer.to(KEYS, VERSION, HOST_CHALLENGE, answer));
        assertThat(thrown).isInstanceOfAny(MalformedRecordException.class, CardAuthenticationFailedException.class);
    }

    @Property(tries = 500)
    void anyChangeOfTheCardsAnswerIsADeclaredRefusal(
            @ForAll @IntRange(min = 10, max = 28) int at, @ForAll @IntRange(max = 7) int bit) throws Exception {
        byte[] answer = SecureChannel.request(new ChannelCard(KEYS, plain -> plain), VERSION, HOST_CHALLENGE);
        assertThat(CardAnswer.parse(answer).keyVersion()).isEqualTo(VERSION);
        answer[at] ^= (byte) (1 << bit);
        assertThat(catchThrowable(() -> SessionAnswer.to(KEYS, VERSION, HOST_CHALLENGE, answer)))
                .isInstanceOfAny(MalformedRecordException.class, CardAuthenticationFailedException.class);
    }

    private static void assertRefused(byte[] answer, UnaryOperator<byte[]> change) throws Exception {
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

    private static SecureChannel open(Transport card) throws Exception {
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
