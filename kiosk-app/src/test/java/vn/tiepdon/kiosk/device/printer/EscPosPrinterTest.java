package vn.tiepdon.kiosk.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.Events;
import vn.tiepdon.kiosk.device.PrintOutcome;

@Timeout(60)
class EscPosPrinterTest {

    private static final Locale VI = Locale.forLanguageTag("vi");

    private final Events events = new Events();
    private FakePrinter paper;
    private EscPosPrinter printer;

    @BeforeEach
    void printerIsWell() throws Exception {
        paper = new FakePrinter();
        printer = new EscPosPrinter(paper.address(), () -> Tickets.HOSPITAL, events, Duration.ofMillis(200)).start();
        expect(null);
    }

    @AfterEach
    void switchOff() throws Exception {
        printer.close();
        paper.close();
    }

    private void expect(FaultCode fault) throws InterruptedException {
        events.expect(new DeviceEvent.PartChanged(DeviceHealth.Kind.PRINTER, fault));
    }

    private PrintOutcome print() throws Exception {
        return printer.print(Tickets.ticket(27, 5), VI).get(15, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void aTicketIsAnImageAndACut() throws Exception {
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
        byte[] job = paper.received();
        byte[] expected = TicketJob.of(TicketImage.draw(Tickets.ticket(27, 5), Tickets.HOSPITAL, VI));
        assertThat(job).containsSequence(expected);
        assertThat(expected).containsSequence(0x1D, 'v', '0').endsWith(0x1D, 'V', '1');
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0x16, PRINTER_COVER_OPEN",
        "2, 0x32, PRINTER_OUT_OF_PAPER",
        "4, 0x72, PRINTER_OUT_OF_PAPER",
        "3, 0x1A, PRINTER_FAULT",
        "3, 0x32, PRINTER_FAULT",
        "1, 0x1A, PRINTER_FAULT"
    })
    void eachFaultIsToldByItsNameAndNothingIsSent(int question, String answer, FaultCode fault) throws Exception {
        paper.status[question - 1] = Integer.decode(answer);
        assertThat(print()).isEqualTo(new PrintOutcome.NotPrinted(fault));
        expect(fault);
        assertThat(paper.holdsImage()).isFalse();
        paper.status[question - 1] = FakePrinter.ALL_WELL;
        expect(null);
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void anAlmostEmptyRollStillPrints() throws Exception {
        paper.status[3] = 0x1E;
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void paperThatEndsInMidTicketIsNoTicketAndNothingPrintsLater() throws Exception {
        paper.whileReceiving = count -> {
            if (count > 20_000) {
                paper.status[1] = 0x32;
                paper.knowsFence = false;
            }
        };
        int before = paper.clearings();
        assertThat(print()).isEqualTo(new PrintOutcome.NotPrinted(FaultCode.PRINTER_OUT_OF_PAPER));
        await(() -> paper.clearings() > before && !paper.holdsImage());
        paper.whileReceiving = count -> {};
        paper.status[1] = FakePrinter.ALL_WELL;
        paper.knowsFence = true;
        expect(FaultCode.PRINTER_OUT_OF_PAPER);
        expect(null);
        assertThat(paper.holdsImage()).isFalse();
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void aHalfTicketIsCutOffBeforeTheNext() throws Exception {
        paperThatEndsInMidTicketIsNoTicketAndNothingPrintsLater();
        byte[] job = paper.received();
        byte[] scrap = TicketJob.cutOff();
        byte[] ticket = TicketJob.of(TicketImage.draw(Tickets.ticket(27, 5), Tickets.HOSPITAL, VI));
        assertThat(indexOf(job, scrap)).isBetween(0, indexOf(job, ticket) - 1);
    }

    private static int indexOf(byte[] all, byte[] part) {
        return IntStream.rangeClosed(0, all.length - part.length)
                .filter(at -> Arrays.equals(all, at, at + part.length, part, 0, part.length))
                .findFirst()
                .orElse(-1);
    }

    @Test
    void aConnectionCutInMidTicketIsNoTicketAndTheNextPrints() throws Exception {
        paper.whileReceiving = count -> {
            if (count > 20_000) {
                paper.whileReceiving = rest -> {};
                paper.cutConnection();
            }
        };
        assertThat(print()).isEqualTo(new PrintOutcome.NotPrinted(FaultCode.PRINTER_UNREACHABLE));
        expect(FaultCode.PRINTER_UNREACHABLE);
        expect(null);
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void aConnectionThatDiedWhileIdleIsMadeAnewAndThePatientSeesNothingOfIt() throws Exception {
        paper.cutConnection();
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void unpluggedIsUnreachableAndPluggedInIsWellAgain() throws Exception {
        paper.unplug();
        assertThat(print()).isEqualTo(new PrintOutcome.NotPrinted(FaultCode.PRINTER_UNREACHABLE));
        expect(FaultCode.PRINTER_UNREACHABLE);
        paper.plugIn();
        expect(null);
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void aMutePrinterIsUnreachable() throws Exception {
        paper.mute = true;
        assertThat(print()).isEqualTo(new PrintOutcome.NotPrinted(FaultCode.PRINTER_UNREACHABLE));
    }

    @Test
    void aPrinterThatDoesNotKnowTheFenceIsWatchedInstead() throws Exception {
        paper.knowsFence = false;
        paper.cutConnection();
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void tooManyTicketsAtOnceAreRefusedAndNotQueuedForLater() throws Exception {
        List<CompletableFuture<PrintOutcome>> all = IntStream.range(0, 8)
                .mapToObj(i -> printer.print(Tickets.ticket(i + 1, 0), VI))
                .toList();
        int printed = 0;
        for (CompletableFuture<PrintOutcome> one : all) {
            printed += one.get(30, TimeUnit.SECONDS) instanceof PrintOutcome.Printed ? 1 : 0;
        }
        assertThat(printed).isBetween(3, 7);
    }

    @Test
    void aDevicePathTakesTheTicketToo(@TempDir Path folder) throws Exception {
        Path device = Files.createFile(folder.resolve("lp0"));
        try (EscPosPrinter local =
                new EscPosPrinter(new PrinterAddress.DevicePath(device), () -> Tickets.HOSPITAL, event -> {})) {
            assertThat(local.print(Tickets.ticket(1, 0), VI).get(15, TimeUnit.SECONDS))
                    .isEqualTo(new PrintOutcome.Printed());
            assertThat(Files.size(device)).isGreaterThan(20_000);
            Files.delete(device);
        }
        try (EscPosPrinter gone =
                new EscPosPrinter(new PrinterAddress.DevicePath(device), () -> Tickets.HOSPITAL, event -> {})) {
            assertThat(gone.print(Tickets.ticket(1, 0), VI).get(15, TimeUnit.SECONDS))
                    .isEqualTo(new PrintOutcome.NotPrinted(FaultCode.PRINTER_UNREACHABLE));
            assertThat(device).doesNotExist();
        }
    }
}
