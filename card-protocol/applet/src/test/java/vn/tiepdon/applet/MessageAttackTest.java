package vn.tiepdon.applet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody between terminal and card, who has seen every message of every session, but no key. */
class MessageAttackTest {

    private static final int MESSAGING_WRONG = 0x6988;
    private static final int MESSAGING_MISSING = 0x6987;
    private static final int NO_SESSION = 0x6982;
    private static final int LENGTH_AT = 4;

    private final SimulatedCard card = Issued.active();
    private Terminal terminal;

    @BeforeEach
    void openSession() {
        terminal = Terminal.open(card, Issued.WRITING);
    }

    @Test
    void aMessageChangedInAnyBitIsRefusedAndEndsTheSession() {
        int protectedBytes = commit(2).length - 1;
        for (int at = 0; at < protectedBytes; at++) {
            for (int bit = 0x01; bit <= 0x80 && at != LENGTH_AT; bit <<= 1) {
                openSession();
                byte[] changed = commit(2);
                changed[at] ^= (byte) bit;
                int status = card.send(changed).status();
                if (at == 0) {
                    assertThat(status).as("class, bit %02X", bit).isIn(MESSAGING_WRONG, NO_SESSION, 0x6E00);
                } else {
                    assertThat(status).as("byte %d, bit %02X", at, bit).isEqualTo(MESSAGING_WRONG);
                }
                assertTheSessionIsOver();
            }
        }
        assertThat(CardFace.of(card).revision()).isEqualTo(1);
    }

    @Test
    void aMessageCutToAnyLengthIsRefusedAndEndsTheSession() {
        int data = commit(2).length - 6;
        for (int kept = 1; kept < data; kept++) {
            openSession();
            byte[] cut = Arrays.copyOf(commit(2), 5 + kept);
            cut[LENGTH_AT] = (byte) kept;
            int expected = kept < 8 ? MESSAGING_MISSING : MESSAGING_WRONG;
            assertThat(card.send(cut).status()).as("%d bytes", kept).isEqualTo(expected);
            assertTheSessionIsOver();
        }
        assertThat(CardFace.of(card).revision()).isEqualTo(1);
    }

    @Test
    void aMessageMadeLongerIsRefused() {
        byte[] genuine = commit(2);
        byte[] longer = Arrays.copyOf(genuine, genuine.length + 16);
        longer[LENGTH_AT] += 16;
        assertThat(card.send(longer).status()).isEqualTo(MESSAGING_WRONG);
        assertTheSessionIsOver();
    }

    @Test
    void aMessageWithoutAnyDataIsRefusedAndEndsTheSession() {
        assertThat(card.send(new byte[] {0x04, (byte) 0xB0, (byte) 0x82, 0x00, 0x10})
                        .status())
                .isEqualTo(MESSAGING_MISSING);
        assertTheSessionIsOver();
    }

    @Test
    void aMessageSentTwiceCountsOnce() {
        byte[] commit = commit(2);
        assertThat(terminal.unwrap(card.send(commit)).isOk()).isTrue();
        assertThat(card.send(commit).status()).isEqualTo(MESSAGING_WRONG);
        assertTheSessionIsOver();
    }

    @Test
    void messagesSentInAnotherOrderAreRefused() {
        byte[] first = commit(2);
        byte[] second = commit(3);
        assertThat(card.send(second).status()).isEqualTo(MESSAGING_WRONG);
        assertThat(card.send(first).status()).isEqualTo(NO_SESSION);
        assertThat(CardFace.of(card).revision()).isEqualTo(1);
    }

    @Test
    void aMessageThatIsMissingIsNoticedByTheNext() {
        terminal.wrap(0x80, 0xF0, Issued.BLOCK, 0);
        assertThat(card.send(commit(2)).status()).isEqualTo(MESSAGING_WRONG);
    }

    @Test
    void aWholeSessionSentAgainOpensNothing() {
        Terminal.select(card);
        Terminal recorded = new Terminal(card);
        recorded.challenge(Issued.WRITING);
        byte[] authentication = recorded.authentication();
        byte[] commit = recorded.wrap(0x80, 0xE4, 0, 0, new byte[] {0, 0, 0, 2});
        card.send(authentication).require();

        card.pullAndPutBack();
        Terminal.select(card);
        card.send(Terminal.initializeUpdate(Issued.WRITING.version())).require();
        assertThat(card.send(authentication).status()).isEqualTo(0x63CE);
        assertThat(card.send(commit).status()).isEqualTo(NO_SESSION);
        assertThat(CardFace.of(card).revision()).isEqualTo(1);
    }

    @Test
    void theAnswersOfACardAreNeverTwiceTheSame() {
        byte[] first = new Terminal(card).challenge(Issued.WRITING);
        byte[] second = new Terminal(card).challenge(Issued.WRITING);
        assertThat(Arrays.copyOfRange(first, 13, 21)).isNotEqualTo(Arrays.copyOfRange(second, 13, 21));
    }

    @Test
    void anAuthenticationChangedInAnyBitOpensNothing() {
        for (int at = 2; at < 21; at++) {
            for (int bit = 0x01; bit <= 0x80 && at != LENGTH_AT; bit <<= 1) {
                openSession();
                terminal.challenge(Issued.WRITING);
                Terminal fresh = new Terminal(card);
                fresh.challenge(Issued.WRITING);
                byte[] changed = fresh.authentication();
                changed[at] ^= (byte) bit;
                assertThat(card.send(changed).status())
                        .as("byte %d, bit %02X", at, bit)
                        .isEqualTo(at < LENGTH_AT ? 0x6A86 : 0x63CE);
                assertThat(card.send(fresh.wrap(0x00, 0xB0, 0x82, 0x00)).status())
                        .isEqualTo(NO_SESSION);
            }
        }
    }

    @Test
    void noOtherSecurityLevelExists() {
        for (int level = 0; level < 256; level++) {
            Terminal fresh = new Terminal(card);
            fresh.challenge(Issued.WRITING);
            byte[] authentication = fresh.authenticationAt(level);
            assertThat(card.send(authentication).isOk()).as("level %02X", level).isEqualTo(level == 0x33);
        }
    }

    @Test
    void aChallengeServesOnce() {
        Terminal fresh = new Terminal(card);
        fresh.challenge(Issued.WRITING);
        byte[] authentication = fresh.authentication();
        card.send(authentication).require();
        assertThat(card.send(authentication).status()).isEqualTo(0x6985);
        assertTheSessionIsOver();
    }

    @Test
    void aPlainCommandInsideASessionIsRefusedAndEndsIt() {
        for (byte[] plain : new byte[][] {
            Terminal.command(0x00, 0xB0, 0x81, 0x00),
            Terminal.command(0x00, 0xB0, 0x82, 0x00),
            Terminal.command(0x00, 0x88, 0x00, 0x00, new byte[32]),
            Terminal.command(0x80, 0xF0, Issued.BLOCK, 0x00),
            Terminal.command(0x80, 0xE4, 0x00, 0x00, new byte[] {0, 0, 0, 9}),
        }) {
            openSession();
            assertThat(card.send(plain).status()).isEqualTo(NO_SESSION);
            assertTheSessionIsOver();
        }
        assertThat(CardFace.of(card).state()).isEqualTo(CardFace.ACTIVE);
    }

    @Test
    void aSessionEndsWithSelectResetOrANewChallenge() {
        Terminal.select(card);
        assertTheSessionIsOver();
        openSession();
        card.pullAndPutBack();
        Terminal.select(card);
        assertTheSessionIsOver();
        openSession();
        card.send(Terminal.initializeUpdate(Issued.READING.version())).require();
        assertTheSessionIsOver();
    }

    @Test
    void aWrappedCommandWithoutASessionIsRefused() {
        Terminal.select(card);
        byte[] noSession = ByteBuffer.allocate(14)
                .put(new byte[] {0x04, (byte) 0xB0, (byte) 0x82, 0x00, 8})
                .array();
        assertThat(card.send(noSession).status()).isEqualTo(NO_SESSION);
    }

    @Test
    void dataThatIsNotPaddedIsRefusedThoughItsMacIsRight() {
        assertThat(card.send(terminal.seal(0x80, 0xE4, 0, 0, new byte[5])).status())
                .as("no whole block")
                .isEqualTo(MESSAGING_WRONG);
        openSession();
        assertThat(card.send(terminal.sealUnpadded(0x80, 0xE4, 0, 0, new byte[16]))
                        .status())
                .as("no padding")
                .isEqualTo(MESSAGING_WRONG);
        openSession();
        byte[] twoBlocks = new byte[32];
        twoBlocks[3] = (byte) 0x80;
        assertThat(card.send(terminal.sealUnpadded(0x80, 0xE4, 0, 0, twoBlocks)).status())
                .as("more than a block of padding")
                .isEqualTo(MESSAGING_WRONG);
        assertTheSessionIsOver();
    }

    @Test
    void aBlockOfPaddingIsNoData() {
        byte[] padding = new byte[16];
        padding[0] = (byte) 0x80;
        Answer visit = terminal.unwrap(card.send(terminal.sealUnpadded(0x00, 0xB2, 1, 0x24, padding)));
        assertThat(visit.require()).isEqualTo(Issued.VISIT);
    }

    @Test
    void aRefusedCommandDoesNotEndTheSession() {
        assertThat(terminal.visit(9).status()).isEqualTo(0x6A83);
        assertThat(terminal.changeState(Issued.END).status()).isEqualTo(NO_SESSION);
        assertThat(terminal.visit(1).require()).isEqualTo(Issued.VISIT);
    }

    @Test
    void aSessionEndsBeforeItsCounterDoes() {
        for (int i = 0; i < Short.MAX_VALUE; i++) {
            assertThat(terminal.visit(9).status()).isEqualTo(0x6A83);
        }
        assertThat(terminal.visit(9).status()).isEqualTo(0x6985);
        assertTheSessionIsOver();
    }

    private byte[] commit(int revision) {
        return terminal.wrap(0x80, 0xE4, 0, 0, (byte) 0, (byte) 0, (byte) 0, (byte) revision);
    }

    private void assertTheSessionIsOver() {
        assertThat(card.send(commit(2)).status()).isEqualTo(NO_SESSION);
    }
}
