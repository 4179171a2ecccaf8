package vn.tiepdon.kiosk;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.kiosk.conductor.Conductor;
import vn.tiepdon.kiosk.sound.ClipSpeaker;
import vn.tiepdon.kiosk.ui.KioskWindow;

/**
 * Starts the kiosk. Not itself a JavaFX application: such a class would have to come from the module path, and the kiosk
 * is a jar beside its libraries.
 */
@Command(
        name = "kiosk",
        mixinStandardHelpOptions = true,
        description = "The touch kiosk. Its settings stand in kiosk.properties; see docs/devices.md and docs/kiosk.md.")
public final class KioskMain implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(KioskMain.class);

    @ArgGroup(exclusive = true)
    private View view = new View();

    /** Over the settings. */
    private static final class View {

        @Option(names = "--fullscreen", description = "Cover the whole screen.")
        private boolean fullscreen;

        @Option(names = "--windowed", description = "Show a window of half the size, for trying it out.")
        private boolean windowed;

        private boolean covers(boolean otherwise) {
            return fullscreen || (!windowed && otherwise);
        }
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new KioskMain()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        KioskSettings settings;
        try {
            settings = KioskSettings.load();
        } catch (IllegalArgumentException e) {
            LOG.error("kiosk.properties: {}", e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        run(settings, view.covers(settings.fullscreen()));
        return CommandLine.ExitCode.OK;
    }

    private static void run(KioskSettings settings, boolean fullscreen) throws IOException, InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        CompletableFuture<Conductor> conducting = new CompletableFuture<>();
        try (KioskParts parts = KioskParts.open(settings);
                ClipSpeaker speaker = new ClipSpeaker();
                KioskWindow window = KioskWindow.open(
                        fullscreen,
                        speaker::speaks,
                        touched -> conducting.join().post(touched),
                        closed::countDown);
                Conductor conductor = new Conductor(
                        parts.reception(),
                        parts.printer(),
                        parts.citizenCards(),
                        parts.patientCards(),
                        window.display(),
                        speaker)) {
            conducting.complete(conductor);
            conductor.start();
            parts.start(conductor::device);
            closed.await();
        }
    }
}
