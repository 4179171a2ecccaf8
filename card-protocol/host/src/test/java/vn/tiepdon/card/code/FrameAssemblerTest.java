package vn.tiepdon.card.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameAssemblerTest {

    private static final long MILLI = 1_000_000L;
    private static final String CITIZEN =
            "001190000123|012345678|Nguyễn Thị Mẫu|15011990|Nữ|Số 1 Phố Mẫu, Hà Nội|01022022";

    private final FrameAssembler assembler = new FrameAssembler();
    private final List<Frame> frames = new ArrayList<>();
    /** A steady clock may stand anywhere, and run over. */
    private long now = Long.MAX_VALUE - 1000 * MILLI;

    @Test
    void aWholeCodeEndsAtItsLineEndWithoutWaiting() {
        send(CITIZEN + "\r");
        assertThat(texts()).containsExactly(CITIZEN);
    }

    @Test
    void bothHalvesOfALineEndMakeOneScan() {
        send(CITIZEN + "\r\n");
        pause(150);
        assertThat(texts()).containsExactly(CITIZEN);
        assertThat(assembler.isWaiting()).isFalse();
    }

    @Test
    void aCodeWithoutLineEndEndsWithAPause() {
        send(CITIZEN);
        pause(149);
        assertThat(frames).isEmpty();
        pause(1);
        assertThat(texts()).containsExactly(CITIZEN);
    }

    @Test
    void aCodeInSmallPiecesIsOneScan() {
        for (int at = 0; at < CITIZEN.length(); at++) {
            send(CITIZEN.substring(at, at + 1));
            pause(10);
        }
        pause(150);
        assertThat(texts()).containsExactly(CITIZEN);
    }

    @Test
    void aStrayLineEndInMidTextDoesNotCutTheCode() {
        send(CITIZEN.replace("Phố", "Ph\rố") + "\r");
        assertThat(texts()).containsExactly(CITIZEN);
    }

    @Test
    void aStrayLineEndAfterTheNumberDoesNotMakeABareNumberOfIt() {
        send(CITIZEN.replace("0123|", "0123\r|") + "\r");
        assertThat(texts()).containsExactly(CITIZEN);
    }

    @Test
    void whatFollowsAWholeCodeInTheSameBurstIsDropped() {
        send(CITIZEN + "\r||Cha|Mẹ|\r");
        pause(150);
        assertThat(texts()).containsExactly(CITIZEN);
    }

    @Test
    void twoScansWithAPauseBetweenAreTwo() {
        send("001190000123");
        pause(200);
        send("0190000123\r");
        pause(200);
        assertThat(texts()).containsExactly("001190000123", "0190000123");
    }

    @Test
    void aByteAfterAPauseThatNobodyTickedEndsTheScanBeforeIt() {
        send("001190000123");
        now += 200 * MILLI;
        send("0190000123");
        assertThat(texts()).containsExactly("001190000123");
        pause(150);
        assertThat(texts()).containsExactly("001190000123", "0190000123");
    }

    @Test
    void lineEndsAloneAreNoScan() {
        send("\r\n\n");
        pause(150);
        assertThat(frames).isEmpty();
    }

    @Test
    void aScanMayHave4096BytesAndNoMore() {
        String longest = "9".repeat(FrameAssembler.MAX_BYTES);
        send(longest);
        pause(150);
        assertThat(texts()).containsExactly(longest);
        send(longest + "9");
        assertThat(frames).last().isEqualTo(new Frame.Overlong());
    }

    @Test
    void tenThousandCharactersAreDroppedOnceAndTheNextScanIsWell() {
        send("9".repeat(10_000));
        pause(150);
        assertThat(frames).containsExactly(new Frame.Overlong());
        send(CITIZEN + "\r");
        assertThat(frames).hasSize(2);
    }

    @Test
    void aScanThatNeverEndsIsDroppedAfterThreeSeconds() {
        for (int i = 0; i < 32; i++) {
            send("9");
            pause(100);
        }
        assertThat(frames).containsExactly(new Frame.Overlong());
    }

    @Test
    void aScanMayTakeThreeSeconds() {
        for (int i = 0; i < 31; i++) {
            send("9");
            pause(i < 30 ? 100 : 150);
        }
        assertThat(texts()).containsExactly("9".repeat(31));
    }

    @Test
    void aScanSaysHowLongItIsAndNothingElse() {
        assertThat(new Frame.Scan("001190000123".getBytes(StandardCharsets.UTF_8)))
                .hasToString("Scan[12 bytes]");
    }

    private void send(String text) {
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            assembler.accept(octet, now).ifPresent(frames::add);
        }
    }

    private void pause(long millis) {
        now += millis * MILLI;
        assembler.tick(now).ifPresent(frames::add);
    }

    private List<String> texts() {
        return frames.stream()
                .map(frame -> new String(((Frame.Scan) frame).bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
