package vn.tiepdon.kiosk.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.kiosk.device.ChipAccess;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.Events;

/** Through a pair of real pseudo terminals. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class SerialScannerTest {

    private static final String CITIZEN =
            "001190000123|012345678|NGUYỄN THỊ MAI|02031950|Nữ|Thôn Đông, Xã Tây, Huyện Bắc|01012021";
    private static final DeviceEvent MAI = new DeviceEvent.CitizenCodeScanned(
            new Presentation.CitizenCode("001190000123", "012345678", "NGUYỄN THỊ MAI", "1950-03-02", Sex.FEMALE),
            new ChipAccess.Code("001190000123", LocalDate.of(1950, 3, 2), LocalDate.of(2021, 1, 1)));

    @TempDir
    Path folder;

    private final Events events = new Events();
    private Process socat;
    private OutputStream out;
    private SerialScanner scanner;

    @BeforeEach
    void plugInAndStart() throws Exception {
        plugIn();
        scanner = new SerialScanner(folder.resolve("kiosk").toString(), 9600, events).start();
        events.expect(new DeviceEvent.PartChanged(DeviceHealth.Kind.SCANNER, null));
    }

    @AfterEach
    void stop() throws Exception {
        scanner.close();
        unplug();
    }

    private void plugIn() throws Exception {
        Path kiosk = folder.resolve("kiosk");
        Path far = folder.resolve("far");
        socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + kiosk, "pty,raw,echo=0,link=" + far).start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!(Files.exists(kiosk) && Files.exists(far)) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        out = Files.newOutputStream(far, StandardOpenOption.WRITE);
    }

    private void unplug() throws Exception {
        out.close();
        socat.destroy();
        socat.waitFor(10, TimeUnit.SECONDS);
        Files.deleteIfExists(folder.resolve("kiosk"));
        Files.deleteIfExists(folder.resolve("far"));
    }

    private void send(String text) throws Exception {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Test
    void aCodeInOnePieceIsRead() throws Exception {
        send(CITIZEN + "\r\n");
        events.expect(MAI);
    }

    /** On a machine that stops for longer than the pause between two scans it is not, and is shown again. */
    @Test
    void aCodeInManyPiecesIsOneCode() throws Exception {
        DeviceEvent told = sendInPieces();
        for (int again = 0; again < 3 && told instanceof DeviceEvent.CodeFailed; again++) {
            events.skipUntilQuietFor(1000);
            told = sendInPieces();
        }
        assertThat(told).isEqualTo(MAI);
        events.expectNothingFor(300);
    }

    private DeviceEvent sendInPieces() throws Exception {
        byte[] whole = (CITIZEN + "\r\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < whole.length; i += 9) {
            out.write(whole, i, Math.min(9, whole.length - i));
            out.flush();
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return events.next();
    }

    @Test
    void aCodeWithAimIdAndStrayCrAndNoLineEndIsRead() throws Exception {
        send("]Q1" + CITIZEN.substring(0, 30) + "\r" + CITIZEN.substring(30));
        events.expect(MAI);
    }

    @Test
    void halfACodeAsksToHoldStill() throws Exception {
        send(CITIZEN.substring(0, 40));
        events.expect(new DeviceEvent.CodeFailed(FaultCode.CODE_INCOMPLETE));
        send(CITIZEN + "\r\n");
        events.expect(MAI);
    }

    @Test
    void tenThousandCharactersAreOneRefusalAndTheNextCodeIsRead() throws Exception {
        byte[] book = new byte[10_000];
        Arrays.fill(book, (byte) 'A');
        out.write(book);
        out.flush();
        events.expect(new DeviceEvent.CodeFailed(FaultCode.CODE_TOO_LONG));
        events.expectNothingFor(500);
        send(CITIZEN + "\r\n");
        events.expect(MAI);
    }

    @Test
    void garbageIsARefusalAndNothingWorse() throws Exception {
        long seed = System.nanoTime();
        byte[] noise = new byte[300];
        new Random(seed).nextBytes(noise);
        out.write(noise);
        out.flush();
        assertThat(events.next()).as("seed %d", seed).isInstanceOf(DeviceEvent.CodeFailed.class);
        TimeUnit.MILLISECONDS.sleep(400);
        send(CITIZEN + "\r\n");
        DeviceEvent next = events.next();
        while (!next.equals(MAI)) {
            assertThat(next).as("seed %d", seed).isInstanceOf(DeviceEvent.CodeFailed.class);
            next = events.next();
        }
    }

    @Test
    void aCodeHeldBeforeTheScannerIsOnePresentation() throws Exception {
        for (int i = 0; i < 3; i++) {
            send(CITIZEN + "\r\n");
            TimeUnit.MILLISECONDS.sleep(250);
        }
        events.expect(MAI);
        events.expectNothingFor(300);
    }

    @Test
    void pulledOutItIsMissingAndPutBackItReadsAgain() throws Exception {
        unplug();
        events.expect(new DeviceEvent.PartChanged(DeviceHealth.Kind.SCANNER, FaultCode.SCANNER_MISSING));
        plugIn();
        events.expect(new DeviceEvent.PartChanged(DeviceHealth.Kind.SCANNER, null));
        send(CITIZEN + "\r\n");
        events.expect(MAI);
    }

    @Test
    void aShopsWebAddressIsNoCodeOfOurs() throws Exception {
        send("https://example.com/menu\r\n");
        events.expect(new DeviceEvent.CodeFailed(FaultCode.CODE_UNSUPPORTED));
    }
}
