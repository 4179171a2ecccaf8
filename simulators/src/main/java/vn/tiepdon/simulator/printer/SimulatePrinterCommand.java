package vn.tiepdon.simulator.printer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A printer whose paper, cover and plug are handled by typing. */
@Command(
        name = "printer",
        description = {
            "A network receipt printer (ESC/POS). Each ticket becomes a PNG. Type what happens to it:",
            "paper out, paper in, cover open, cover close, offline, online, jam, unjam, mute, unmute, unplug, plug."
        },
        mixinStandardHelpOptions = true)
public final class SimulatePrinterCommand implements Callable<Integer> {

    @Option(names = "--port", description = "TCP port, 0 for any (default: ${DEFAULT-VALUE})", defaultValue = "9100")
    private int port;

    @Option(
            names = "--tickets",
            description = "folder for the PNGs (default: ${DEFAULT-VALUE})",
            defaultValue = "target/tickets")
    private Path tickets;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (VirtualPrinter printer =
                        VirtualPrinter.start(port, tickets, ticket -> say(out, "printed " + ticket.image()));
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            say(
                    out,
                    "printer at port " + printer.port() + "; kiosk: -Dtiepdon.kiosk.printer=localhost:"
                            + printer.port());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(printer, line.strip(), out);
            }
        }
        return 0;
    }

    private static void obey(VirtualPrinter printer, String line, PrintWriter out) throws IOException {
        switch (line) {
            case "" -> {}
            case "paper out" -> printer.runOutOfPaper();
            case "paper in" -> printer.loadPaper();
            case "cover open" -> printer.coverOpen(true);
            case "cover close" -> printer.coverOpen(false);
            case "offline" -> printer.offline(true);
            case "online" -> printer.offline(false);
            case "jam" -> printer.jammed(true);
            case "unjam" -> printer.jammed(false);
            case "mute" -> printer.mute(true);
            case "unmute" -> printer.mute(false);
            case "unplug" -> printer.unplug();
            case "plug" -> printer.plugIn();
            default -> say(out, "not understood: " + line);
        }
    }

    private static void say(PrintWriter out, String text) {
        out.println(text);
        out.flush();
    }
}
