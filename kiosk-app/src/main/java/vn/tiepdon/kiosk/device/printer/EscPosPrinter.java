package vn.tiepdon.kiosk.device.printer;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.PrintOutcome;
import vn.tiepdon.kiosk.device.TicketPrinter;

/**
 * An ESC/POS printer that belongs to this kiosk alone: it is asked how it is every two seconds, before each ticket and
 * after it. One ticket at a time; a ticket that failed is gone from the printer too, and prints again only when asked.
 */
public final class EscPosPrinter implements TicketPrinter, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EscPosPrinter.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration JOB = Duration.ofSeconds(5);
    private static final int MAX_WAITING = 3;

    static {
        // Java2D only draws into memory here; with a display it would open a connection of its own beside JavaFX's.
        System.setProperty("java.awt.headless", "true");
    }

    private final PrinterLine line;
    private final Supplier<Text> hospital;
    private final PrinterReport report;
    private final ScheduledExecutorService worker = thread("printer");
    private final ScheduledExecutorService pen = thread("printer-pen");
    private final Semaphore places = new Semaphore(MAX_WAITING);
    private final Duration lookEvery;
    private boolean scrapHanging;

    /** @param hospital its name, for the head of the ticket; empty while it is not known yet */
    public EscPosPrinter(PrinterAddress address, Supplier<Text> hospital, Consumer<DeviceEvent> listener) {
        this(address, hospital, listener, LOOK_EVERY);
    }

    EscPosPrinter(PrinterAddress address, Supplier<Text> hospital, Consumer<DeviceEvent> listener, Duration lookEvery) {
        this.lookEvery = lookEvery;
        this.line = new PrinterLine(address);
        this.hospital = hospital;
        this.report = new PrinterReport(listener);
    }

    /** Connects, starts watching, and draws a first ticket for nobody: fonts and Java2D take a second the first time. */
    public EscPosPrinter start() {
        pen.execute(TicketRehearsal::run);
        worker.scheduleWithFixedDelay(this::look, 0, lookEvery.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    @Override
    public CompletableFuture<PrintOutcome> print(Ticket ticket, Locale language) {
        if (!places.tryAcquire()) {
            return CompletableFuture.completedFuture(new PrintOutcome.NotPrinted(FaultCode.PRINTER_FAULT));
        }
        CompletableFuture<PrintOutcome> outcome = new CompletableFuture<>();
        Future<byte[]> job = pen.submit(() -> TicketJob.of(TicketImage.draw(ticket, hospital.get(), language)));
        worker.execute(() -> {
            PrintOutcome result = printWithinTime(job);
            places.release();
            outcome.complete(result);
        });
        return outcome;
    }

    private PrintOutcome printWithinTime(Future<byte[]> job) {
        // Hanging up from another thread is the only way to end a write into a printer that has stopped listening.
        ScheduledFuture<?> bell = pen.schedule(line::drop, JOB.toMillis(), TimeUnit.MILLISECONDS);
        try {
            print(line.openReady(), job.get());
            report.well();
            return new PrintOutcome.Printed();
        } catch (PrintFailedException e) {
            return failed(e.fault(), e);
        } catch (IOException e) {
            line.drop();
            return failed(FaultCode.PRINTER_UNREACHABLE, e);
        } catch (ExecutionException e) {
            LOG.error("the ticket could not be drawn", e);
            return failed(FaultCode.PRINTER_FAULT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PrintOutcome.NotPrinted(FaultCode.PRINTER_FAULT);
        } finally {
            bell.cancel(false);
        }
    }

    private void print(PrinterDialogue dialogue, byte[] ticket) throws IOException, PrintFailedException {
        if (scrapHanging) {
            dialogue.print(TicketJob.cutOff(), JOB);
            scrapHanging = false;
        }
        boolean done = false;
        try {
            dialogue.print(ticket, JOB);
            done = true;
        } finally {
            if (!done) {
                scrapHanging = true;
                line.drop();
                // At once, not at the next look: opening empties the printer before somebody brings paper.
                worker.execute(this::look);
            }
        }
    }

    private PrintOutcome failed(FaultCode fault, Exception cause) {
        report.broken(fault, cause);
        return new PrintOutcome.NotPrinted(fault);
    }

    private void look() {
        try {
            line.openReady();
            report.well();
        } catch (PrintFailedException e) {
            report.broken(e.fault(), e);
        } catch (IOException e) {
            line.drop();
            report.broken(FaultCode.PRINTER_UNREACHABLE, e);
        }
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void close() {
        worker.shutdownNow();
        pen.shutdownNow();
        line.drop();
    }
}
