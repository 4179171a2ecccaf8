package vn.tiepdon.card.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TransportDecoratorsTest {

    private final List<String> sent = new ArrayList<>();

    @Test
    void dataAnnouncedByTheCardIsFetchedAndJoined() throws Exception {
        Transport card = answering("AABB6103", "CCDDEE6101", "FF9000").then(GetResponse::new);
        assertThat(hex(card.transmit(bytes("00B0810000")))).isEqualTo("AABBCCDDEEFF9000");
        assertThat(sent).containsExactly("00B0810000", "00C0000003", "00C0000001");
    }

    @Test
    void getResponseLeavesSecureMessagingBitsOutOfItsClass() throws Exception {
        Transport card = answering("6100", "AA9000").then(GetResponse::new);
        card.transmit(bytes("0DB0810000"));
        assertThat(sent).containsExactly("0DB0810000", "01C0000000");
    }

    @Test
    void anAnswerMayComeIn32FurtherPieces() throws Exception {
        List<String> pieces = new ArrayList<>(Collections.nCopies(32, "AA6101"));
        pieces.add("BB9000");
        Transport card = answering(pieces.toArray(String[]::new)).then(GetResponse::new);
        assertThat(hex(card.transmit(bytes("00B0810000")))).isEqualTo("AA".repeat(32) + "BB9000");
    }

    @Test
    void aCardThatAnnouncesDataForEverIsGivenUp() {
        Transport card = ((Transport) command -> bytes("AA6101")).then(GetResponse::new);
        assertThatThrownBy(() -> card.transmit(bytes("00B0810000"))).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void aWrongLengthIsAskedAgainOnceWithTheRightOne() throws Exception {
        Transport card = answering("6C05", "AA9000", "6C05", "6C06").then(RightLength::new);
        assertThat(hex(card.transmit(bytes("00B0810000")))).isEqualTo("AA9000");
        assertThat(hex(card.transmit(bytes("0088000001FF")))).isEqualTo("6C06");
        assertThat(sent).containsExactly("00B0810000", "00B0810005", "0088000001FF", "0088000001FF05");
    }

    @Test
    void anExtendedCommandIsNotBentIntoAShortOne() throws Exception {
        Transport card = answering("6C05").then(RightLength::new);
        assertThat(hex(card.transmit(bytes("00B08D00000200")))).isEqualTo("6C05");
        assertThat(sent).containsExactly("00B08D00000200");
    }

    @Test
    void aHeaderAloneGetsTheRightLengthBehindIt() throws Exception {
        Transport card = answering("6C05", "AA9000").then(RightLength::new);
        assertThat(hex(card.transmit(bytes("00B08100")))).isEqualTo("AA9000");
        assertThat(sent).containsExactly("00B08100", "00B0810005");
    }

    @Test
    void theLogNamesTheCommandAndNeverItsData() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(RedactedLog.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        Level before = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        try {
            Transport card = answering("CAFEBABE9000").then(RedactedLog::new);
            card.transmit(bytes("0088000004DEADBEEF00"));
            assertThatThrownBy(() -> card.transmit(bytes("00B0810000"))).isInstanceOf(CardMuteException.class);
            answering("90").then(RedactedLog::new).transmit(bytes("DEAD"));
        } finally {
            logger.setLevel(before);
            logger.detachAppender(lines);
        }
        assertThat(lines.list).hasSize(3);
        assertThat(lines.list.get(0).getFormattedMessage())
                .startsWith("INS 88 P1P2 0000, 10 bytes -> SW 9000, 4 bytes")
                .doesNotContainIgnoringCase("DEAD", "BEEF", "CAFE", "BABE");
        assertThat(lines.list.get(1).getFormattedMessage()).contains("CardMuteException");
        assertThat(lines.list.get(2).getFormattedMessage()).startsWith("command of 2 bytes -> answer of 1 bytes");
    }

    @Test
    void aRecordedSessionPlaysBackAsItWas() throws Exception {
        StringBuilder recording = new StringBuilder();
        Transport card = answering("6A82", "AA9000").then(next -> new Recording(next, recording));
        assertThat(hex(card.transmit(bytes("00A40400")))).isEqualTo("6A82");
        assertThat(hex(card.transmit(bytes("00B0810000")))).isEqualTo("AA9000");
        assertThatThrownBy(() -> card.transmit(bytes("00B0000000"))).isInstanceOf(CardMuteException.class);
        assertThat(recording.toString().lines())
                .containsExactly(
                        "> 00A40400", "< 6A82", "> 00B0810000", "< AA9000", "> 00B0000000", "! CardMuteException");

        Transport replay = new Replay(recording.toString().lines().toList());
        assertThat(hex(replay.transmit(bytes("00A40400")))).isEqualTo("6A82");
        assertThat(hex(replay.transmit(bytes("00B0810000")))).isEqualTo("AA9000");
        assertThatThrownBy(() -> replay.transmit(bytes("00B0000000"))).isInstanceOf(CardMuteException.class);
        assertThatThrownBy(() -> replay.transmit(bytes("00B0000000"))).isInstanceOf(CardMuteException.class);
    }

    @Test
    void aReplayRefusesAnotherCommandThanTheRecordedOne() {
        Transport replay = new Replay(List.of("# a comment", "", "> 00A40400", "! CardRemovedException"));
        assertThatThrownBy(() -> replay.transmit(bytes("00B0810000"))).isInstanceOf(CardMuteException.class);
        assertThatThrownBy(() -> replay.transmit(bytes("00A40400"))).isInstanceOf(CardRemovedException.class);
    }

    @Test
    void aSessionEndsAfterItsCommands() throws Exception {
        Transport card = answering("9000", "9000", "9000")
                .then(next -> new SessionLimit(next, 2, Duration.ofSeconds(1), () -> 0));
        card.transmit(bytes("00A40400"));
        card.transmit(bytes("00A40400"));
        assertThatThrownBy(() -> card.transmit(bytes("00A40400")))
                .isInstanceOfSatisfying(SessionLimitException.class, end -> {
                    assertThat(end.commands()).isEqualTo(2);
                    assertThat(end.elapsed()).isZero();
                });
    }

    @Test
    void aSessionEndsAfterItsTime() throws Exception {
        long[] now = {0};
        Transport card =
                answering("9000", "9000").then(next -> new SessionLimit(next, 9, Duration.ofSeconds(1), () -> now[0]));
        now[0] = Duration.ofSeconds(1).toNanos();
        card.transmit(bytes("00A40400"));
        now[0] = Duration.ofMillis(1001).toNanos();
        assertThatThrownBy(() -> card.transmit(bytes("00A40400")))
                .isInstanceOfSatisfying(SessionLimitException.class, end -> assertThat(end.elapsed())
                        .isEqualTo(Duration.ofMillis(1001)));
    }

    @Test
    void commandsFollowTheFourCasesOfIso7816() {
        CommandApdu header = CommandApdu.of(0x00, 0xB0, 0x81, 0x00);
        assertThat(hex(header.toBytes())).isEqualTo("00B08100");
        assertThat(hex(header.expecting(256).toBytes())).isEqualTo("00B0810000");
        assertThat(hex(header.withData(bytes("AABB")).toBytes())).isEqualTo("00B0810002AABB");
        assertThat(hex(header.withData(bytes("AABB")).expecting(1).toBytes())).isEqualTo("00B0810002AABB01");
        assertThat(header.withData(new byte[255]).data()).hasSize(255);
        assertThat(header.withData(bytes("AABB")))
                .isEqualTo(header.withData(bytes("AABB")))
                .hasSameHashCodeAs(header.withData(bytes("AABB")))
                .isNotEqualTo(header.withData(bytes("AABC")))
                .hasToString("CommandApdu[00 B0 81 00, 2 bytes, expects 0]");
    }

    @Test
    void whatFitsNoShortCommandIsRefused() {
        for (int at = 0; at < 4; at++) {
            int[] header = {0, 0, 0, 0};
            header[at] = 0x100;
            assertThatThrownBy(() -> CommandApdu.of(header[0], header[1], header[2], header[3]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        CommandApdu command = CommandApdu.of(0xFF, 0xFF, 0xFF, 0xFF);
        assertThatThrownBy(() -> command.withData(new byte[256])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> command.expecting(257)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> command.expecting(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAnswerIsWhatTheCardSaidAndItsTextFormIsNot() throws Exception {
        ResponseApdu answer = ResponseApdu.of(bytes("AABB9000"));
        assertThat(answer)
                .isEqualTo(new ResponseApdu(bytes("AABB"), StatusWord.OK))
                .hasSameHashCodeAs(new ResponseApdu(bytes("AABB"), StatusWord.OK))
                .isNotEqualTo(ResponseApdu.of(bytes("AABC9000")))
                .isNotEqualTo(ResponseApdu.of(bytes("AABB6282")))
                .hasToString("ResponseApdu[2 bytes, 9000]");
        assertThat(new StatusWord(0)).hasToString("0000");
        assertThat(new StatusWord(0xFFFF)).hasToString("FFFF");
        assertThatThrownBy(() -> new StatusWord(0x10000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StatusWord(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAnswerWithoutStatusWordIsRefused() {
        Transport card = command -> new byte[1];
        assertThatThrownBy(() -> card.transmit(CommandApdu.of(0, 0xA4, 4, 0)))
                .isInstanceOfSatisfying(MalformedResponseException.class, refusal -> assertThat(refusal.length())
                        .isEqualTo(1));
    }

    private Transport answering(String... answers) {
        Iterator<String> next = List.of(answers).iterator();
        return command -> {
            sent.add(hex(command));
            if (!next.hasNext()) {
                throw new CardMuteException(null);
            }
            return bytes(next.next());
        };
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
