package vn.tiepdon.applet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do what, and when: the table of docs/patient-card.md, every cell of it.
 *
 * <p>One column a state (blank, personalised, active, blocked, ended), in it one sign for each caller: free, transport,
 * reading, writing, administering. {@code +} it is done, {@code r} not this role's right (6982), {@code s} not in this
 * state (6985), {@code .} there can be no such session.
 */
class RightsTest {

    private static final List<String> STATES = List.of("blank", "personalised", "active", "blocked", "ended");
    private static final List<String> CALLERS = List.of("free", "transport", "reading", "writing", "administering");
    private static final Keys NEWER = Keys.of(0x12);

    /** Where transport keys stand in a card in use, it is in the session that personalised it. */
    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("read identity", "ss... +++++ +++++ +.+++ s...."),
            Map.entry("read emergency", "rr... rr+++ rr+++ r.sss s...."),
            Map.entry("read medication", "rr... rr+++ rr+++ r.sss s...."),
            Map.entry("read visit", "rr... rr+++ rr+++ r.sss s...."),
            Map.entry("prove itself", "ss... +++++ +++++ +.+++ s...."),
            Map.entry("generate key", "r+... rsrrr rsrrr r.rrr s...."),
            Map.entry("store identity", "r+... rsrrr rsrrr r.rrr s...."),
            Map.entry("store emergency", "r+... rsr++ rsr++ r.rss s...."),
            Map.entry("store medication", "r+... rsr++ rsr++ r.rss s...."),
            Map.entry("store visit", "r+... rsr++ rsr++ r.rss s...."),
            Map.entry("commit", "r+... rsr++ rsr++ r.rss s...."),
            Map.entry("put key", "r+... rsr++ rsr++ r.rss s...."),
            Map.entry("personalise", "r+... rsrrr rsrrr r.rrr s...."),
            Map.entry("activate", "rs... r+r++ r+r++ r.rss s...."),
            Map.entry("block", "rr... rrr++ rrr++ r.rss s...."),
            Map.entry("unblock", "rr... rrrrs rrrr+ r.rr+ s...."),
            Map.entry("end", "rr... rrrr+ rrrr+ r.rr+ s...."));

    static Stream<Arguments> cells() {
        return TABLE.keySet().stream().sorted().flatMap(command -> STATES.stream()
                .flatMap(state -> CALLERS.stream().map(caller -> arguments(command, state, caller))));
    }

    @ParameterizedTest(name = "{0}, {1} card, {2}")
    @MethodSource("cells")
    void everyCallerMayDoWhatTheTableSays(String command, String state, String caller) {
        char expected = TABLE.get(command).charAt(STATES.indexOf(state) * 6 + CALLERS.indexOf(caller));
        SimulatedCard card = new SimulatedCard();
        Terminal desk = deskThatLeavesIt(card, state);
        if (expected == '.') {
            assertThat(card.send(Terminal.initializeUpdate(keysOf(caller).version()))
                            .status())
                    .isEqualTo(state.equals("ended") ? 0x6985 : 0x6A88);
            return;
        }
        Command asked = commandFor(command, state);
        Answer answer = caller.equals("free")
                ? asked.plainTo(card)
                : asked.through(caller.equals("transport") ? desk : Terminal.open(card, keysOf(caller)));
        assertThat(answer.status())
                .isEqualTo(Map.of('+', 0x9000, 'r', 0x6982, 's', 0x6985).get(expected));
        if (expected != '+') {
            assertNothingChanged(card, state);
        }
    }

    @Test
    void theTableHasACellForEveryStateAndCaller() {
        assertThat(TABLE.values()).allMatch(row -> row.matches("([-+rs.]{5} ){4}[-+rs.]{5}"));
    }

    @Test
    void thereAreNoOtherInstructions() {
        SimulatedCard card = Issued.active();
        Terminal terminal = Terminal.open(card, Issued.ADMINISTERING);
        for (int ins = 0; ins < 256; ins++) {
            boolean known = List.of(0xB0, 0xB2, 0x88).contains(ins);
            boolean handshake = ins == 0xA4;
            if (!known && !handshake) {
                assertThat(terminal.send(0x00, ins, 0, 0).status())
                        .as("00 %02X", ins)
                        .isEqualTo(0x6D00);
            }
        }
        for (int cla : new int[] {0x01, 0x08, 0x0C, 0x10, 0x40, 0x60, 0x90, 0xA0, 0xC0, 0xFF}) {
            Terminal.select(card);
            assertThat(card.send(Terminal.command(cla, 0xB0, 0x81, 0)).status())
                    .as("class %02X", cla)
                    .isEqualTo(0x6E00);
        }
    }

    @Test
    void otherParametersAreRefused() {
        SimulatedCard card = Issued.active();
        Terminal terminal = Terminal.open(card, Issued.ADMINISTERING);
        assertThat(terminal.send(0x80, 0xF0, 5, 0).status()).isEqualTo(0x6A86);
        assertThat(terminal.send(0x80, 0xF0, Issued.BLOCK, 1).status()).isEqualTo(0x6A86);
        assertThat(terminal.send(0x80, 0xF0, Issued.BLOCK, 0, (byte) 0).status())
                .isEqualTo(0x6700);
        assertThat(terminal.send(0x80, 0xE4, 1, 0, new byte[] {0, 0, 0, 9}).status())
                .isEqualTo(0x6A86);
        assertThat(terminal.send(0x80, 0xE4, 0, 0, new byte[3]).status()).isEqualTo(0x6700);
        assertThat(terminal.send(0x80, 0xE2, 0x02, 1, new byte[3]).status()).isEqualTo(0x6A86);
        assertThat(terminal.send(0x80, 0xE2, 0x02, 0, new byte[1]).status()).isEqualTo(0x6700);
        assertThat(terminal.send(0x80, 0xE2, 0x05, 0, new byte[3]).status()).isEqualTo(0x6A82);
        assertThat(terminal.send(0x00, 0xB0, 0x84, 0).status()).isEqualTo(0x6A82);
        assertThat(terminal.send(0x00, 0xB0, 0xE2, 0).status()).isEqualTo(0x6A82);
        assertThat(terminal.send(0x00, 0xB2, 1, 0x1C).status()).isEqualTo(0x6A82);
        assertThat(terminal.send(0x00, 0x88, 0, 0, new byte[31]).status()).isEqualTo(0x6700);
        assertThat(terminal.send(0x00, 0x88, 0, 1, new byte[32]).status()).isEqualTo(0x6A86);
        assertThat(CardFace.of(card).state()).isEqualTo(CardFace.ACTIVE);
        assertThat(card.send(Terminal.command(0x80, 0x50, 0x11, 1, new byte[8])).status())
                .isEqualTo(0x6A86);
        assertThat(card.send(Terminal.command(0x80, 0x50, 0x11, 0, new byte[7])).status())
                .isEqualTo(0x6700);
        assertThat(card.send(Terminal.command(0x80, 0x50, 0x12, 0, new byte[8])).status())
                .isEqualTo(0x6A88);
        assertThat(card.send(Terminal.command(0x80, 0x50, 0x41, 0, new byte[8])).status())
                .isEqualTo(0x6A88);
    }

    /** The desk's session is still open, unless other keys were needed on the way. */
    private static Terminal deskThatLeavesIt(SimulatedCard card, String state) {
        Terminal desk = Issued.prepare(card);
        if (!state.equals("blank")) {
            desk.changeState(Issued.PERSONALISE).require();
        }
        if (state.equals("active") || state.equals("blocked") || state.equals("ended")) {
            desk.changeState(Issued.ACTIVATE).require();
        }
        if (state.equals("blocked") || state.equals("ended")) {
            Terminal.open(card, Issued.ADMINISTERING)
                    .changeState(state.equals("blocked") ? Issued.BLOCK : Issued.END)
                    .require();
        }
        return desk;
    }

    private static Keys keysOf(String caller) {
        return switch (caller) {
            case "reading" -> Issued.READING;
            case "writing" -> Issued.WRITING;
            case "administering" -> Issued.ADMINISTERING;
            default -> Keys.TRANSPORT_SET;
        };
    }

    private static Command commandFor(String command, String state) {
        Keys wrapping = state.equals("blank") ? Keys.TRANSPORT_SET : Issued.ADMINISTERING;
        return switch (command) {
            case "read identity" -> new Command(0x00, 0xB0, 0x81, 0);
            case "read emergency" -> new Command(0x00, 0xB0, 0x82, 0);
            case "read medication" -> new Command(0x00, 0xB0, 0x83, 0);
            case "read visit" -> new Command(0x00, 0xB2, 1, 0x24);
            case "prove itself" -> new Command(0x00, 0x88, 0, 0, new byte[32]);
            case "generate key" -> new Command(0x80, 0xE0, 0, 0);
            case "store identity" -> new Command(0x80, 0xE2, 0x81, 0, new byte[9]);
            case "store emergency" -> new Command(0x80, 0xE2, 0x82, 0, new byte[9]);
            case "store medication" -> new Command(0x80, 0xE2, 0x83, 0, new byte[9]);
            case "store visit" -> new Command(0x80, 0xE2, 0x84, 0, new byte[9]);
            case "commit" -> new Command(0x80, 0xE4, 0, 0, new byte[] {0, 0, 0, 2});
            case "put key" ->
                new Command(0x80, 0xD8, NEWER.version(), 0, NEWER.orderFor(SimulatedCard.SERIAL, wrapping));
            case "personalise" -> new Command(0x80, 0xF0, Issued.PERSONALISE, 0);
            case "activate" -> new Command(0x80, 0xF0, Issued.ACTIVATE, 0);
            case "block" -> new Command(0x80, 0xF0, Issued.BLOCK, 0);
            case "unblock" -> new Command(0x80, 0xF0, Issued.UNBLOCK, 0);
            default -> new Command(0x80, 0xF0, Issued.END, 0);
        };
    }

    private static void assertNothingChanged(SimulatedCard card, String state) {
        CardFace face = CardFace.of(card);
        int[] states = {CardFace.BLANK, CardFace.PERSONALISED, CardFace.ACTIVE, CardFace.BLOCKED, CardFace.ENDED};
        assertThat(face.state()).isEqualTo(states[STATES.indexOf(state)]);
        boolean ended = state.equals("ended");
        assertThat(face.identity()).isEqualTo(ended ? 0 : Issued.IDENTITY.length);
        assertThat(face.revision()).isEqualTo(ended ? 0 : 1);
        assertThat(face.keyVersions()).isEqualTo(ended ? new byte[3] : new byte[] {0x11, 0x21, 0x31});
    }

    private record Command(int cla, int ins, int p1, int p2, byte... data) {

        Answer plainTo(SimulatedCard card) {
            Terminal.select(card);
            return card.send(Terminal.command(cla, ins, p1, p2, data));
        }

        Answer through(Terminal session) {
            return session.send(cla, ins, p1, p2, data);
        }
    }
}
