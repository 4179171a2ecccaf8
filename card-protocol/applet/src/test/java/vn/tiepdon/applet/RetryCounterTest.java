package vn.tiepdon.applet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryCounterTest {

    private static final int TRIES_USED_UP = 0x6983;

    private final SimulatedCard card = Issued.active();

    @Test
    void fifteenWrongTriesShutReadingAndWritingWhateverLiesBetweenThem() {
        for (Keys keys : new Keys[] {Issued.READING, Issued.WRITING}) {
            for (int left = 14; left >= 0; left--) {
                assertThat(tryWrongly(keys)).isEqualTo(0x63C0 | left);
                card.pullAndPutBack();
                Terminal.select(card);
            }
            assertThat(challenge(keys)).isEqualTo(TRIES_USED_UP);
            card.pullAndPutBack();
            Terminal.select(card);
            assertThat(challenge(keys)).isEqualTo(TRIES_USED_UP);
        }
        assertThat(Terminal.open(card, Issued.ADMINISTERING).visit(1).isOk()).isTrue();
    }

    @Test
    void theRightKeysFillTheCounter() {
        for (int round = 0; round < 3; round++) {
            for (int left = 14; left > 0; left--) {
                Terminal.select(card);
                assertThat(tryWrongly(Issued.READING)).isEqualTo(0x63C0 | left);
            }
            Terminal.open(card, Issued.READING);
        }
    }

    @Test
    void anAdministratorFillsThem() {
        Terminal.select(card);
        for (int i = 0; i < 15; i++) {
            tryWrongly(Issued.READING);
        }
        Terminal.open(card, Issued.ADMINISTERING).changeState(Issued.UNBLOCK).require();
        assertThat(Terminal.open(card, Issued.READING).visit(1).isOk()).isTrue();
    }

    @Test
    void administratorsHave255Tries() {
        Terminal.select(card);
        for (int left = 254; left >= 0; left--) {
            assertThat(tryWrongly(Issued.ADMINISTERING)).isEqualTo(0x63C0 | Math.min(left, 15));
        }
        assertThat(challenge(Issued.ADMINISTERING)).isEqualTo(TRIES_USED_UP);
        assertThat(Terminal.open(card, Issued.WRITING).visit(1).isOk()).isTrue();
    }

    @Test
    void transportKeysHave255TriesToo() {
        SimulatedCard blank = new SimulatedCard();
        Terminal.select(blank);
        for (int i = 0; i < 254; i++) {
            assertThat(tryWrongly(blank, Keys.TRANSPORT_SET) & 0xFFF0).isEqualTo(0x63C0);
        }
        assertThat(tryWrongly(blank, Keys.TRANSPORT_SET)).isEqualTo(0x63C0);
        assertThat(blank.send(Terminal.initializeUpdate(0x01)).status()).isEqualTo(TRIES_USED_UP);
    }

    @Test
    void newKeysComeWithAFullCounter() {
        Terminal.select(card);
        for (int i = 0; i < 15; i++) {
            tryWrongly(Issued.READING);
        }
        Keys newer = Keys.of(0x12);
        Terminal.open(card, Issued.WRITING)
                .putKeys(newer, newer.orderFor(SimulatedCard.SERIAL, Issued.ADMINISTERING))
                .require();
        Terminal.select(card);
        assertThat(tryWrongly(newer)).isEqualTo(0x63CE);
        assertThat(Terminal.open(card, newer).visit(1).isOk()).isTrue();
    }

    @Test
    void whoAsksForAChallengeOnlyLosesNoTry() {
        Terminal.select(card);
        for (int i = 0; i < 40; i++) {
            assertThat(challenge(Issued.READING)).isEqualTo(Answer.OK);
        }
        assertThat(tryWrongly(Issued.READING)).isEqualTo(0x63CE);
    }

    private int tryWrongly(Keys keys) {
        return tryWrongly(card, keys);
    }

    private static int tryWrongly(SimulatedCard card, Keys keys) {
        Terminal terminal = new Terminal(card);
        terminal.challenge(keys);
        byte[] authentication = terminal.authentication();
        authentication[7] ^= 1;
        return card.send(authentication).status();
    }

    private int challenge(Keys keys) {
        return card.send(Terminal.initializeUpdate(keys.version())).status();
    }
}
