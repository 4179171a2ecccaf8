package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tiepdon.simulator.card.VirtualCard;

class FaultyCardTest {

    private static final byte[] SELECT = HexFormat.of().parseHex("00A4020C02011C");
    private static final byte[] OK = {(byte) 0x90, 0x00};

    @Test
    void theSameSeedSpoilsTheSameAnswersInTheSameWay() {
        assertThat(answers(7)).isEqualTo(answers(7)).isNotEqualTo(answers(8));
    }

    @Test
    void aboutAsManyAnswersGoWrongAsAsked() {
        FaultyCard card = FaultyCard.often(healthy(), 1, 100);
        for (int i = 0; i < 1000; i++) {
            card.transmit(SELECT);
            card.reset();
        }
        assertThat(card.faults()).isBetween(70, 130);
    }

    @Test
    void eachFaultLooksAsItIsCalled() {
        assertThat(second(Fault.WRONG_LENGTH)).hasSize(2).startsWith(0x6C);
        assertThat(second(Fault.GIVES_UP)).containsExactly(0x6F, 0x00);
        assertThat(second(Fault.TRUNCATED)).hasSizeLessThan(2);
        assertThat(second(Fault.BIT_ERROR)).hasSize(2).isNotEqualTo(OK);
        assertThat(second(Fault.GARBAGE)).isNotEmpty();
        assertThat(second(Fault.SILENCE)).isEmpty();
    }

    @Test
    void aSilentCardAnswersAgainAfterAReset() {
        FaultyCard card = FaultyCard.once(healthy(), 1, Fault.SILENCE, 1);
        assertThat(card.transmit(SELECT)).isEmpty();
        assertThat(card.transmit(SELECT)).isEmpty();
        card.reset();
        assertThat(card.transmit(SELECT)).isEqualTo(OK);
    }

    private static byte[] second(Fault fault) {
        FaultyCard card = FaultyCard.once(healthy(), 1, fault, 2);
        assertThat(card.transmit(SELECT)).isEqualTo(OK);
        return card.transmit(SELECT);
    }

    private static List<String> answers(long seed) {
        VirtualCard card = FaultyCard.often(healthy(), seed, 300);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(HexFormat.of().formatHex(card.transmit(SELECT)));
            card.reset();
        }
        return answers;
    }

    private static VirtualCard healthy() {
        return VirtualCitizenCard.of(Citizen.sample(), TestAuthority.vietnam());
    }
}
