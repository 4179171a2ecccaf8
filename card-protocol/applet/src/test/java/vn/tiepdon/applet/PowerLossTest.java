package vn.tiepdon.applet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever a card leaves its reader, it shows the old state or the new one, whole, and goes on working. */
class PowerLossTest {

    /** More of them with -Dtiepdon.card.seeds=10000. */
    private static final int SEEDS = Integer.getInteger("tiepdon.card.seeds", 150);

    private static final int DEEDS = 8;
    private static final int ONE_AFTER_ANOTHER = 3;

    @Test
    void aCardThatLosesPowerAgainAndAgainThroughItsLifeIsNeverMixedAndNeverDead() {
        int losses = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            try {
                losses += new Life(seed).live();
            } catch (Throwable e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        System.out.printf("%d lives, power lost %d times%n", SEEDS, losses);
        assertThat(losses).isGreaterThan(SEEDS);
    }

    static Stream<Deed> deeds() {
        CardModel before = CardModel.personalised();
        return Stream.of(
                Deed.write(before, new Random(5)),
                Deed.putKeys(before, 1),
                Deed.putKeys(before, 3),
                Deed.become(before, Issued.ACTIVATE, CardFace.ACTIVE),
                Deed.become(before, Issued.BLOCK, CardFace.BLOCKED));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void atEveryWriteOfADeedTheOldStateOrTheNewOneIsLeft(Deed deed) {
        CardModel before = CardModel.personalised();
        boolean torn = true;
        boolean old = false;
        for (long writes = 0; torn; writes++) {
            TornCard card = personalised(writes);
            torn = isTorn(card, writes, deed.run());
            CardModel left = before.is(CardFace.of(card)) ? before : deed.after();
            left.check(card);
            assertThat(torn || left == deed.after()).isTrue();
            // A step further on the way never brings the old state back.
            assertThat(writes == 0 || old || left != before).isTrue();
            old = left == before;
        }
    }

    @Test
    void atEveryWriteOfItsPersonalisationACardStaysBlankOrIsWhole() {
        Random random = new Random(11);
        boolean torn = true;
        for (long writes = 0; torn; writes += 1 + random.nextInt(writes < 200 ? 1 : 40)) {
            TornCard card = TornCard.blank(writes);
            torn = isTorn(card, writes, PowerLossTest::personalise);
            if (CardFace.of(card).state() == CardFace.BLANK) {
                personalise(card);
            }
            CardModel.personalised().check(card);
            assertThat(card.find(Keys.TRANSPORT_SET.mac())).isFalse();
        }
    }

    @Test
    void atEveryWriteOfItsEndACardIsWholeOrEndedAndThenWiped() {
        CardModel before = CardModel.personalised();
        Deed end = Deed.become(before, Issued.END, CardFace.ENDED);
        Random random = new Random(12);
        boolean torn = true;
        for (long writes = 0; torn; writes += 1 + random.nextInt(writes < 300 ? 1 : 200)) {
            TornCard card = personalised(writes);
            torn = isTorn(card, writes, end.run());
            isTorn(card, random.nextInt(9000), Terminal::select);
            CardModel left = before.is(CardFace.of(card)) ? before : end.after();
            left.check(card);
            if (left == end.after()) {
                assertThat(card.find(Arrays.copyOf(Issued.EMERGENCY, 16))).isFalse();
                assertThat(card.find(Issued.CARD_ID)).isFalse();
            }
        }
    }

    @Test
    void aTryIsTakenBeforeAnythingIsCompared() {
        for (int left = 14; left >= 0; left--) {
            TornCard card = personalised(left);
            for (int i = 14; i > left; i--) {
                tryWrongly(card);
            }
            long before = card.power().used();
            assertThat(isTorn(card, 0, PowerLossTest::tryWrongly)).isTrue();
            assertThat(isTorn(card, 1, PowerLossTest::tryWrongly))
                    .as("the try is the only write")
                    .isFalse();
            assertThat(card.power().used()).isEqualTo(before + 1);
            Terminal.select(card);
            int status = card.send(Terminal.initializeUpdate(Issued.READING.version()))
                    .status();
            assertThat(status).isEqualTo(left == 0 ? 0x6983 : 0x9000);
        }
    }

    @Test
    void withoutATryTheCardDoesNotEvenWorkOutWhatItWouldCompare() {
        TornCard card = personalised(1);
        Terminal.select(card);
        Terminal terminal = new Terminal(card);
        terminal.challenge(Issued.READING);
        byte[] authentication = terminal.authentication();
        byte[] cryptogram = Arrays.copyOfRange(authentication, 5, 13);
        authentication[5] ^= 1;
        card.power().failAfter(0);
        assertThatThrownBy(() -> card.send(authentication)).isInstanceOf(PowerLost.class);
        assertThat(card.find(cryptogram)).isFalse();

        card.power().restore();
        assertThat(card.send(authentication).status()).isEqualTo(0x63CE);
        assertThat(card.find(cryptogram)).as("with a try").isTrue();
    }

    private static TornCard personalised(long seed) {
        TornCard card = TornCard.blank(seed);
        personalise(card);
        return card;
    }

    private static void personalise(SimulatedCard card) {
        Issued.prepare(card).changeState(Issued.PERSONALISE).require();
    }

    private static void tryWrongly(SimulatedCard card) {
        Terminal.select(card);
        Terminal terminal = new Terminal(card);
        terminal.challenge(Issued.READING);
        byte[] authentication = terminal.authentication();
        authentication[5] ^= 1;
        assertThat(card.send(authentication).status() & 0xFFF0).isEqualTo(0x63C0);
    }

    /** Whether power was lost while this was done; then it is back again. */
    private static boolean isTorn(TornCard card, long writes, Consumer<? super SimulatedCard> deed) {
        card.power().failAfter(writes);
        try {
            deed.accept(card);
            return false;
        } catch (PowerLost e) {
            return true;
        } finally {
            card.putBack();
        }
    }

    /** A card from blank to its end, with power lost at places that the seed chooses. */
    private static final class Life {

        private final Random random;
        private final TornCard card;
        private int losses;

        private Life(long seed) {
            random = new Random(seed);
            card = TornCard.blank(seed);
        }

        private int live() {
            while (CardFace.of(card).state() == CardFace.BLANK) {
                lose(PowerLossTest::personalise);
            }
            CardModel model = CardModel.personalised();
            model.check(card);
            for (int i = 0; i < DEEDS; i++) {
                model = after(model, Deed.any(model, random));
            }
            Deed end = Deed.become(model, Issued.END, CardFace.ENDED);
            while (model != end.after()) {
                model = after(model, end);
            }
            return losses;
        }

        private CardModel after(CardModel model, Deed deed) {
            boolean torn = lose(deed.run());
            boolean again = torn;
            for (int i = 0; again && i < ONE_AFTER_ANOTHER; i++) {
                again = lose(Terminal::select);
            }
            CardFace face = CardFace.of(card);
            assertThat(deed.after().is(face) || torn && model.is(face))
                    .as("%s, torn %s: %s", deed.name(), torn, face)
                    .isTrue();
            CardModel left = deed.after().is(face) ? deed.after() : model;
            left.check(card);
            return left;
        }

        /** Small numbers as often as large ones: the interesting writes are the first and the last. */
        private boolean lose(Consumer<? super SimulatedCard> deed) {
            long writes = random.nextInt(1 << 1 + random.nextInt(13));
            boolean torn = isTorn(card, writes, deed);
            losses += torn ? 1 : 0;
            return torn;
        }
    }
}
