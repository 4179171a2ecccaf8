package vn.tiepdon.simulator.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The PC/SC service that the machine's systemd starts when somebody asks for cards: it stands aside while one of our own
 * runs. Without systemd, or without the right to, nothing happens.
 */
final class SystemService {

    private static final Path SYSTEMD = Path.of("/run/systemd/system");
    private static final List<String> UNITS = List.of("pcscd.socket", "pcscd.service");
    private static final int PATIENCE_SECONDS = 10;

    private boolean stopped;

    void standAside() {
        if (Files.isDirectory(SYSTEMD) && systemctl("is-active", UNITS.subList(0, 1))) {
            stopped = systemctl("stop", UNITS);
        }
    }

    void comeBack() {
        if (stopped) {
            stopped = !systemctl("start", UNITS.subList(0, 1));
        }
    }

    private static boolean systemctl(String verb, List<String> units) {
        List<String> command = new ArrayList<>(List.of("systemctl", "--quiet", verb));
        command.addAll(units);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
