package vn.tiepdon.simulator.insurance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A gateway whose line and temper are handled by typing. */
@Command(
        name = "gateway",
        description = {
            "The insurance's national gateway. Type what happens to it: down, up, html, json, slow MILLIS, faults PERCENT,",
            "tokens SECONDS, forget (all tokens), card NUMBER CODE, records."
        },
        mixinStandardHelpOptions = true)
public final class SimulateGatewayCommand implements Callable<Integer> {

    private static final double PERCENT = 100;

    @Option(names = "--port", description = "TCP port, 0 for any (default: ${DEFAULT-VALUE})", defaultValue = "47120")
    private int port;

    @Option(
            names = "--facility",
            description = "where good cards are registered (default: ${DEFAULT-VALUE})",
            defaultValue = "36999")
    private String facility;

    @Option(names = "--card", description = "a card's result code: --card 0190000123=010")
    private Map<String, String> cards = Map.of();

    @Option(names = "--seed", description = "of the faults (default: ${DEFAULT-VALUE})", defaultValue = "1")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        GatewayAccess access = GatewayAccess.sample();
        try (VirtualGateway gateway = VirtualGateway.start(port, access, facility, seed);
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            cards.forEach(gateway::card);
            say(out, "gateway at " + gateway.url() + "; server: --tiepdon.coverage.url=" + gateway.url());
            say(out, "--tiepdon.coverage.user=" + access.user() + " --tiepdon.coverage.password=" + access.password());
            say(
                    out,
                    "--tiepdon.coverage.staff-name='" + access.staffName() + "' --tiepdon.coverage.staff-number="
                            + access.staffNumber());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(gateway, line.strip().split("\\s+"), out);
            }
        }
        return 0;
    }

    private static void obey(VirtualGateway gateway, String[] words, PrintWriter out) {
        try {
            switch (words[0]) {
                case "" -> {}
                case "down" -> gateway.down(true);
                case "up" -> gateway.down(false);
                case "html" -> gateway.html(true);
                case "json" -> gateway.html(false);
                case "slow" -> gateway.slow(Integer.parseInt(words[1]));
                case "faults" -> gateway.faults(Integer.parseInt(words[1]) / PERCENT);
                case "tokens" -> gateway.tokensLive(Integer.parseInt(words[1]));
                case "forget" -> gateway.forgetTokens();
                case "card" -> gateway.card(words[1], words[2]);
                case "records" ->
                    say(
                            out,
                            gateway.records().visits() + " visits, "
                                    + gateway.records().again() + " of them more than once");
                default -> say(out, "not understood");
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException incomplete) {
            say(out, "not understood");
        }
    }

    private static void say(PrintWriter out, String text) {
        out.println(text);
        out.flush();
    }
}
