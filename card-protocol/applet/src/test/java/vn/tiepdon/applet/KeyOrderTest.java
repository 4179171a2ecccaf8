package vn.tiepdon.applet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

    private static final int REFUSED = 0x6A80;
    private static final int NO_SUCH_KEY_SET = 0x6A88;
    private static final Keys NEWER = Keys.of(0x12);

    private final SimulatedCard card = Issued.active();
    private final Terminal terminal = Terminal.open(card, Issued.WRITING);

    @Test
    void newKeysReplaceTheOldOnesAtOnce() {
        terminal.putKeys(NEWER, order(NEWER)).require();
        assertThat(CardFace.of(card).keyVersions()).containsExactly(0x12, 0x21, 0x31);
        assertThat(card.send(Terminal.initializeUpdate(0x11)).status()).isEqualTo(NO_SUCH_KEY_SET);
        assertThat(Terminal.open(card, NEWER).visit(1).require()).isEqualTo(Issued.VISIT);
    }

    @Test
    void theNextOrderIsWrappedUnderTheNewAdministrators() {
        Keys administrators = Keys.of(0x33);
        terminal.putKeys(administrators, order(administrators)).require();
        assertThat(terminal.putKeys(NEWER, order(NEWER)).status()).isEqualTo(REFUSED);
        terminal.putKeys(NEWER, NEWER.orderFor(SimulatedCard.SERIAL, administrators))
                .require();
        Terminal.open(card, administrators).changeState(Issued.BLOCK).require();
    }

    @Test
    void anOrderChangedInAnyBitIsRefused() {
        for (int at = 0; at < 64; at++) {
            for (int bit = 0x01; bit <= 0x80; bit <<= 1) {
                byte[] changed = order(NEWER);
                changed[at] ^= (byte) bit;
                assertThat(terminal.putKeys(NEWER, changed).status())
                        .as("byte %d, bit %02X", at, bit)
                        .isEqualTo(REFUSED);
            }
        }
        assertTheOldKeysHold();
    }

    @Test
    void anOrderForAnotherCardIsRefused() {
        byte[] other = SimulatedCard.SERIAL.clone();
        other[7]++;
        assertThat(terminal.putKeys(NEWER, NEWER.orderFor(other, Issued.ADMINISTERING))
                        .status())
                .isEqualTo(REFUSED);
        assertTheOldKeysHold();
    }

    @Test
    void anOrderForAnotherRoleOrGenerationIsRefused() {
        for (int version : new int[] {0x13, 0x22, 0x32}) {
            assertThat(terminal.putKeys(Keys.of(version), order(NEWER)).status())
                    .as("version %02X", version)
                    .isEqualTo(REFUSED);
        }
        assertTheOldKeysHold();
    }

    @Test
    void keysOfAnOlderOrTheSameGenerationAreRefused() {
        Keys seventh = Keys.of(0x17);
        terminal.putKeys(seventh, order(seventh)).require();
        for (int generation = 1; generation <= 7; generation++) {
            Keys older = Keys.of(0x10 | generation);
            assertThat(terminal.putKeys(older, order(older)).status()).isEqualTo(REFUSED);
        }
        Keys last = Keys.of(0x1F);
        terminal.putKeys(last, order(last)).require();
        assertThat(CardFace.of(card).keyVersions()).containsExactly(0x1F, 0x21, 0x31);
    }

    @Test
    void anOrderWrappedUnderOtherKeysIsRefused() {
        for (Keys wrapping : new Keys[] {Keys.TRANSPORT_SET, Issued.READING, Issued.WRITING, Keys.of(0x32)}) {
            assertThat(terminal.putKeys(NEWER, NEWER.orderFor(SimulatedCard.SERIAL, wrapping))
                            .status())
                    .isEqualTo(REFUSED);
        }
        assertTheOldKeysHold();
    }

    @Test
    void thereAreNoTransportKeysNorOtherRolesToReplace() {
        for (int version : new int[] {0x02, 0x10, 0x20, 0x30, 0x41, 0xF1, 0x00}) {
            Keys keys = Keys.of(version);
            assertThat(terminal.putKeys(keys, order(keys)).status())
                    .as("version %02X", version)
                    .isEqualTo(NO_SUCH_KEY_SET);
        }
    }

    @Test
    void anOrderHas64Bytes() {
        for (int length : new int[] {0, 48, 63, 65}) {
            assertThat(terminal.putKeys(NEWER, Arrays.copyOf(order(NEWER), length))
                            .status())
                    .isEqualTo(0x6700);
        }
    }

    @Test
    void aBlankCardTakesAnyGenerationUnderItsTransportKeys() {
        SimulatedCard blank = new SimulatedCard();
        Terminal desk = Terminal.open(blank, Keys.TRANSPORT_SET);
        for (int version : new int[] {0x15, 0x12, 0x12}) {
            Keys keys = Keys.of(version);
            desk.putKeys(keys, keys.orderFor(SimulatedCard.SERIAL, Keys.TRANSPORT_SET))
                    .require();
        }
        assertThat(CardFace.of(blank).keyVersions()).containsExactly(0x12, 0, 0);
        assertThat(blank.send(Terminal.initializeUpdate(0x12)).status()).isEqualTo(NO_SUCH_KEY_SET);
    }

    private static byte[] order(Keys keys) {
        return keys.orderFor(SimulatedCard.SERIAL, Issued.ADMINISTERING);
    }

    private void assertTheOldKeysHold() {
        assertThat(CardFace.of(card).keyVersions()).containsExactly(0x11, 0x21, 0x31);
        assertThat(Terminal.open(card, Issued.READING).visit(1).require()).isEqualTo(Issued.VISIT);
    }
}
