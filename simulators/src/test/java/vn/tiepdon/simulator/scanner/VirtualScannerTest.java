package vn.tiepdon.simulator.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class VirtualScannerTest {

    private static final String CODE = "001190000123||NGUYỄN THỊ MAI|02031950|Nữ|Thôn Đông, Huyện Bắc|01012021";

    @TempDir
    Path folder;

    private static byte[] read(Path port, int length) throws IOException {
        try (InputStream in = Files.newInputStream(port)) {
            return in.readNBytes(length);
        }
    }

    private static byte[] whole(ScanManner manner) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        manner.pieces(CODE).forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Test
    void whatIsScannedComesOutAtThePort() throws Exception {
        try (VirtualScanner scanner = VirtualScanner.start(folder.resolve("port"))) {
            for (ScanManner manner : ScanManner.values()) {
                byte[] expected = whole(manner);
                scanner.scan(CODE, manner);
                assertThat(read(scanner.port(), expected.length)).isEqualTo(expected);
            }
        }
    }

    @Test
    void aSplitCodeIsTheSameCodeInMorePieces() {
        assertThat(whole(ScanManner.SPLIT)).isEqualTo(whole(ScanManner.WHOLE));
        assertThat(ScanManner.SPLIT.pieces(CODE)).hasSizeGreaterThan(5);
        assertThat(new String(whole(ScanManner.AIM_ID), StandardCharsets.UTF_8)).startsWith("]Q1001190000123");
    }

    @Test
    void unpluggedThePortIsGoneAndPluggedInItIsBackUnderItsName() throws Exception {
        try (VirtualScanner scanner = VirtualScanner.start(folder.resolve("port"))) {
            scanner.unplug();
            assertThat(scanner.port()).doesNotExist();
            assertThatThrownBy(() -> scanner.scan(CODE)).hasMessageContaining("unplugged");
            scanner.plugIn();
            scanner.scan(CODE);
            assertThat(read(scanner.port(), 12)).asString().isEqualTo("001190000123");
        }
        assertThat(folder.resolve("port")).doesNotExist();
    }
}
