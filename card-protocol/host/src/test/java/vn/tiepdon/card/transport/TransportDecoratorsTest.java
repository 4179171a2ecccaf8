package vn.tiepdon.card.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
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
        } finally {
            logger.setLevel(before);
            logger.detachAppender(lines);
        }
        assertThat(lines.list).hasSize(2);
        assertThat(lines.list.get(0).getFormattedMessage())
                .startsWith("INS 88 P1P2 0000, 10 bytes -> SW 9000, 4 bytes")
                .doesNotContainIgnoringCase("DEAD", "BEEF", "CAFE", "BABE");
        assertThat(lines.list.get(1).getFormattedMessage()).contains("CardMuteException");
    }

    @Test
    void aRecordedSessionPlaysBackAsItWas() throws Exception {
        StringBuilder recording = new StringBuilder();
        Transport card = answering("6A82", "AA9000").then(next -> new Recording(next, recording));
        card.transmit(bytes("00A40400"));
        card.transmit(bytes("00B0810000"));
        assertThatThrownBy(() -> card.transmit(bytes("00B0000000"))).isInstanceOf(CardMuteException.class);

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
        assertThatThrownBy(() -> card.transmit(bytes("00A40400"))).isInstanceOf(SessionLimitException.class);
    }

    @Test
    void aSessionEndsAfterItsTime() throws Exception {
        long[] now = {0};
        Transport card =
                answering("9000", "9000").then(next -> new SessionLimit(next, 9, Duration.ofSeconds(1), () -> now[0]));
        card.transmit(bytes("00A40400"));
        now[0] = Duration.ofMillis(1001).toNanos();
        assertThatThrownBy(() -> card.transmit(bytes("00A40400"))).isInstanceOf(SessionLimitException.class);
    }

    @Test
    void commandsFollowTheFourCasesOfIso7816() {
        CommandApdu header = CommandApdu.of(0x00, 0xB0, 0x81, 0x00);
        assertThat(hex(header.toBytes())).isEqualTo("00B08100");
        assertThat(hex(header.expecting(256).toBytes())).isEqualTo("00B0810000");
        assertThat(hex(header.withData(bytes("AABB")).toBytes())).isEqualTo("00B0810002AABB");
        assertThat(hex(header.withData(bytes("AABB")).expecting(1).toBytes())).isEqualTo("00B0810002AABB01");
        assertThat(header.withData(bytes("AABB")).toString()).doesNotContain("AABB");
    }

    @Test
    void anAnswerWithoutStatusWordIsRefused() {
        Transport card = command -> new byte[1];
        assertThatThrownBy(() -> card.transmit(CommandApdu.of(0, 0xA4, 4, 0)))
                .isInstanceOf(MalformedResponseException.class);
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
