package vn.tiepdon.card.patientcard.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.tiepdon.card.patientcard.channel.SecureChannelTest.HOST_CHALLENGE;
import static vn.tiepdon.card.patientcard.channel.SecureChannelTest.KEYS;
import static vn.tiepdon.card.patientcard.channel.SecureChannelTest.STORE;
import static vn.tiepdon.card.patientcard.channel.SecureChannelTest.VERSION;
import static vn.tiepdon.card.patientcard.channel.SecureChannelTest.assertRefused;
import static vn.tiepdon.card.patientcard.channel.SecureChannelTest.open;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.tiepdon.card.patientcard.CardAuthenticationFailedException;
import vn.tiepdon.card.patientcard.MalformedRecordException;

class SecureChannelProperties {

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
}
