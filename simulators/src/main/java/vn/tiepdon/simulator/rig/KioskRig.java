package vn.tiepdon.simulator.rig;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.simulator.card.VirtualReaderSlot;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.Launch;
import vn.tiepdon.simulator.harness.ProgramProcess;
import vn.tiepdon.simulator.harness.ResidentMemory;
import vn.tiepdon.simulator.printer.VirtualPrinter;
import vn.tiepdon.simulator.scanner.VirtualScanner;

/**
 * One kiosk with everything that is plugged into it. Its reader is the first of the PC/SC daemon's virtual ones, which
 * must be running; its window fills the display when asked to, and is what a finger touches.
 */
public final class KioskRig implements AutoCloseable {

    private static final String READER = "Virtual PCD 00 00";
    private static final String TICKETS = "tickets";
    private static final Duration READER_SETTLES = Duration.ofMillis(1500);
    private static final Duration READY = Duration.ofSeconds(60);

    private final VirtualReaderSlot slot;
    private final VirtualScanner scanner;
    private final VirtualPrinter printer;
    private final ProgramProcess process;
    private final KioskLog log;
    private final Path folder;
    private final long startedNanos;

    private KioskRig(
            VirtualReaderSlot slot,
            VirtualScanner scanner,
            VirtualPrinter printer,
            ProgramProcess process,
            KioskLog log,
            Path folder,
            long startedNanos) {
        this.slot = slot;
        this.scanner = scanner;
        this.printer = printer;
        this.process = process;
        this.log = log;
        this.folder = folder;
        this.startedNanos = startedNanos;
    }

    /**
     * Plugs everything in and starts the kiosk. Returns before it shows anything.
     *
     * @param folder the kiosk's data, its log, the tickets and the pictures; empty
     * @param enrolmentCode the administrator's one-time code for this kiosk
     * @param fullscreen false leaves the window to a person at this display
     */
    public static KioskRig start(Home home, Path folder, URI server, String enrolmentCode, boolean fullscreen)
            throws IOException {
        VirtualReaderSlot slot = VirtualReaderSlot.connect(VirtualReaderSlot.FIRST_PORT);
        VirtualScanner scanner = VirtualScanner.start();
        VirtualPrinter printer = VirtualPrinter.start(0, folder.resolve(TICKETS), ticket -> {});
        Path logFile = folder.resolve("kiosk.log");
        Files.createFile(logFile);
        List<String> options = new ArrayList<>(List.of(
                setting("data", folder.resolve("data")),
                setting("server", server),
                setting("enrolment-code", enrolmentCode),
                setting("card.reader", READER),
                setting("scanner.port", scanner.port()),
                setting("printer", "127.0.0.1:" + printer.port()),
                setting("fullscreen", fullscreen)));
        if (fullscreen) {
            options.add("-Dprism.order=sw"); // a display without a graphics card: drawing by Mesa costs 100 MB more
        }
        long started = System.nanoTime();
        ProgramProcess process = ProgramProcess.start(new Launch(home.kiosk(), options, List.of(), Map.of(), logFile));
        return new KioskRig(slot, scanner, printer, process, new KioskLog(logFile, 0), folder, started);
    }

    /**
     * Returns when a patient may come: a card that shows within the reader's first second counts as left behind.
     *
     * @return from the start of its process to its welcome screen
     */
    public Duration awaitWelcome() throws InterruptedException {
        Shown welcome = await("Welcome", READY);
        Thread.sleep(READER_SETTLES.toMillis());
        return Duration.ofNanos(welcome.atNanos() - startedNanos);
    }

    /** The next time that this screen is drawn. */
    public Shown await(String screen, Duration within) throws InterruptedException {
        return log.await(shown -> shown.screen().equals(screen), screen, within, process::alive);
    }

    /** The next screen that fits. */
    Shown await(Predicate<Shown> wanted, String what, Duration within) throws InterruptedException {
        return log.await(wanted, what, within, process::alive);
    }

    /** The next time that this screen is drawn because of this event. */
    public Shown await(String screen, String after, Duration within) throws InterruptedException {
        return log.await(
                shown -> shown.screen().equals(screen) && shown.after().equals(after),
                screen + " after " + after,
                within,
                process::alive);
    }

    /** The next time that the patient is told about this fault. */
    public Shown awaitTrouble(FaultCode fault, Duration within) throws InterruptedException {
        return log.await(shown -> shown.fault() == fault, "trouble " + fault, within, process::alive);
    }

    /** Forgets the screens drawn until now. */
    public void lookAway() {
        log.skipAll();
    }

    public VirtualReaderSlot slot() {
        return slot;
    }

    public VirtualScanner scanner() {
        return scanner;
    }

    public VirtualPrinter printer() {
        return printer;
    }

    /** A finger for the kiosk whose window fills the display. */
    public Finger finger() {
        Dimension display = Toolkit.getDefaultToolkit().getScreenSize();
        return new Finger(display.width, display.height);
    }

    public Camera camera() {
        return new Camera(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()), folder.resolve("pictures"));
    }

    /** Where the printed tickets lie, as PNG. */
    public Path tickets() {
        return folder.resolve(TICKETS);
    }

    public ResidentMemory memory() {
        return process.memory();
    }

    public boolean alive() {
        return process.alive();
    }

    @Override
    public void close() throws IOException {
        process.stop();
        log.close();
        slot.close();
        scanner.close();
        printer.close();
    }

    private static String setting(String key, Object value) {
        return "-Dtiepdon.kiosk." + key + "=" + value;
    }
}
