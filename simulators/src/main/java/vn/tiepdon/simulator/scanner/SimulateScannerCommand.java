package vn.tiepdon.simulator.scanner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A scanner that reads what is typed. */
@Command(
        name = "scanner",
        description = {
            "A code scanner on a serial port of its own. Each line that is typed is scanned.",
            "A line may start with a manner: split, aim_id, stray_cr, bare, half. Or it is one of:",
            "garbage, flood (10,000 characters), unplug, plug."
        },
        mixinStandardHelpOptions = true)
public final class SimulateScannerCommand implements Callable<Integer> {

    private static final int FLOOD = 10_000;
    private static final int GARBAGE = 200;

    @Option(
            names = "--port",
            description = "name of the port that the kiosk is told (default: ${DEFAULT-VALUE})",
            defaultValue = "target/scanner")
    private Path port;

    @Option(names = "--seed", description = "of the garbage (default: ${DEFAULT-VALUE})", defaultValue = "1")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (VirtualScanner scanner = VirtualScanner.start(port);
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            out.println("scanner at " + scanner.port() + "; kiosk: -Dtiepdon.kiosk.scanner.port=" + scanner.port());
            out.flush();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(scanner, line.strip());
            }
        }
        return 0;
    }

    private void obey(VirtualScanner scanner, String line) throws IOException {
        switch (line) {
            case "" -> {}
            case "garbage" -> scanner.garbage(GARBAGE, seed++);
            case "flood" -> scanner.flood(FLOOD);
            case "unplug" -> scanner.unplug();
            case "plug" -> scanner.plugIn();
            default -> scan(scanner, line);
        }
    }

    private static void scan(VirtualScanner scanner, String line) throws IOException {
        int space = line.indexOf(' ');
        Optional<ScanManner> manner = space < 0 ? Optional.empty() : manner(line.substring(0, space));
        if (manner.isPresent()) {
            scanner.scan(line.substring(space + 1), manner.get());
        } else {
            scanner.scan(line);
        }
    }

    private static Optional<ScanManner> manner(String word) {
        return Stream.of(ScanManner.values())
                .filter(manner -> manner.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
