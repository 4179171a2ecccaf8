package vn.tiepdon.simulator.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class VirtualPrinterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final byte[] CUT = {0x1D, 'V', '1'};
    private static final byte[] CLEAR = {0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08};

    @TempDir
    Path folder;

    private VirtualPrinter printer;
    private Socket host;

    @BeforeEach
    void plugIn() throws IOException {
        printer = VirtualPrinter.start(0, folder, ticket -> {});
        host = connect();
    }

    @AfterEach
    void unplug() throws IOException {
        host.close();
        printer.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), printer.port());
        socket.setSoTimeout(5_000);
        return socket;
    }

    private int ask(int question) throws IOException {
        host.getOutputStream().write(new byte[] {0x10, 0x04, (byte) question});
        return host.getInputStream().read();
    }

    /** Rows of black dots. */
    private static byte[] image(int rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x1D, 'v', '0', 0, 72, 0, (byte) rows, (byte) (rows >> 8)});
        for (int i = 0; i < rows * 72; i++) {
            bytes.write(0xFF);
        }
        return bytes.toByteArray();
    }

    @Test
    void anImageAndACutBecomeAPicture() throws Exception {
        host.getOutputStream().write(image(300));
        host.getOutputStream().write(CUT);
        PrintedTicket ticket = printer.awaitTicket(1, PATIENCE);
        BufferedImage picture = ImageIO.read(ticket.image().toFile());
        assertThat(picture.getWidth()).isEqualTo(576);
        assertThat(picture.getHeight()).isEqualTo(300);
        assertThat(picture.getRGB(0, 0) & 0xFFFFFF).isZero();
        assertThat(ticket.lastByteNanos()).isGreaterThanOrEqualTo(ticket.firstByteNanos());
        assertThat(printer.rubbish()).isZero();
    }

    @Test
    void statusSaysWhatIsWrong() throws Exception {
        assertThat(ask(1)).isEqualTo(0x12);
        printer.runOutOfPaper();
        assertThat(ask(1) & 0x08).isNotZero();
        assertThat(ask(2) & 0x20).isNotZero();
        assertThat(ask(4) & 0x60).isEqualTo(0x60);
        printer.loadPaper();
        printer.coverOpen(true);
        assertThat(ask(2) & 0x04).isNotZero();
        printer.coverOpen(false);
        printer.jammed(true);
        assertThat(ask(3) & 0x08).isNotZero();
    }

    @Test
    void whatLiesInTheBufferPrintsWhenPaperComesBack() throws Exception {
        printer.loadPaper(100);
        host.getOutputStream().write(image(300));
        host.getOutputStream().write(CUT);
        while ((ask(4) & 0x60) == 0) {
            Thread.onSpinWait();
        }
        assertThat(printer.tickets()).isEmpty();
        printer.loadPaper();
        printer.awaitTicket(1, PATIENCE);
    }

    @Test
    void clearedItIsForgotten() throws Exception {
        printer.runOutOfPaper();
        host.getOutputStream().write(image(300));
        host.getOutputStream().write(CUT);
        host.getOutputStream().write(CLEAR);
        assertThat(host.getInputStream().readNBytes(3)).containsExactly(0x37, 0x25, 0x00);
        printer.loadPaper();
        host.getOutputStream().write(image(10));
        host.getOutputStream().write(CUT);
        assertThat(ImageIO.read(printer.awaitTicket(1, PATIENCE).image().toFile())
                        .getHeight())
                .isEqualTo(10);
    }

    @Test
    void textThatIsNoCommandIsRubbish() throws Exception {
        host.getOutputStream().write("Số thứ tự".getBytes("UTF-8"));
        host.getOutputStream().write(image(10));
        host.getOutputStream().write(CUT);
        printer.awaitTicket(1, PATIENCE);
        assertThat(printer.rubbish()).isPositive();
    }

    /** Many times, because what an earlier connection leaves behind comes at any moment. */
    @RepeatedTest(20)
    void unpluggedItRefusesAndPluggedInItIsEmpty() throws Exception {
        host.getOutputStream().write(image(300));
        int port = printer.port();
        printer.unplug();
        assertThatThrownBy(this::connect).isInstanceOf(IOException.class);
        printer.plugIn();
        assertThat(printer.port()).isEqualTo(port);
        host = connect();
        assertThat(ask(1)).isEqualTo(0x12);
        host.getOutputStream().write(image(10));
        host.getOutputStream().write(CUT);
        printer.awaitTicket(1, PATIENCE);
        assertThat(printer.rubbish()).isZero();
    }
}
