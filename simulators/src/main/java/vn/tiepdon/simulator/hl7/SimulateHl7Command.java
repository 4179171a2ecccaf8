package vn.tiepdon.simulator.hl7;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Another system that is told what happens, and says what is typed. */
@Command(
        name = "hl7",
        description = {
            "Another system that speaks HL7 v2 over MLLP. Type what it says:",
            "a04 CODE BORN SEX NAME, a08 CODE BORN SEX NAME, a40 KEPT GONE,",
            "s12 ID CODE CLINIC TIME, s13 ID CODE CLINIC TIME, s15 ID CODE, s26 ID CODE,",
            "again (the last one once more), half (and gone), rubbish (in front of it);",
            "or how it answers: well, error, reject, slow, cut, mute."
        },
        mixinStandardHelpOptions = true)
public final class SimulateHl7Command implements Callable<Integer> {

    @Option(
            names = "--listen",
            description = "port where it is told what happens, 0 for any (default: ${DEFAULT-VALUE})",
            defaultValue = "2576")
    private int listen;

    @Option(names = "--to", description = "the server's host (default: ${DEFAULT-VALUE})", defaultValue = "localhost")
    private String host;

    @Option(
            names = "--port",
            description = "the server's port for HL7 (default: ${DEFAULT-VALUE})",
            defaultValue = "2575")
    private int port;

    @Spec
    private CommandSpec spec;

    private String last = "";

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (VirtualHis his = VirtualHis.listen(listen, message -> show(out, "told", message));
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            say(out, "listening at port " + his.port() + "; sending to " + host + ":" + port);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(his, line.strip(), out);
            }
        }
        return 0;
    }

    private void obey(VirtualHis his, String line, PrintWriter out) {
        Optional<AnswerManner> manner = Stream.of(AnswerManner.values())
                .filter(it -> it.name().equals(line.toUpperCase(Locale.ROOT)))
                .findFirst();
        try {
            if (manner.isPresent()) {
                his.answers(manner.get());
            } else if (!line.isEmpty()) {
                speak(line.split("\\s+"), out);
            }
        } catch (IOException failed) {
            say(out, "not sent: " + failed.getMessage());
        }
    }

    private void speak(String[] words, PrintWriter out) throws IOException {
        if (words[0].equals("half")) {
            VirtualHis.sendHalf(host, port, last);
            return;
        }
        Optional<String> answer;
        if (words[0].equals("rubbish")) {
            answer = VirtualHis.askBehindRubbish(host, port, last);
        } else {
            Optional<String> message = words[0].equals("again") ? Optional.of(last) : message(words);
            if (message.isEmpty()) {
                say(out, "not understood: " + String.join(" ", words));
                return;
            }
            last = message.get();
            answer = VirtualHis.ask(host, port, last);
        }
        show(out, "answered", answer.orElse("(the connection was ended)"));
    }

    private static Optional<String> message(String[] words) {
        String trigger = words[0].toUpperCase(Locale.ROOT);
        return Optional.ofNullable(
                switch (trigger) {
                    case "A04", "A08" ->
                        words.length < 5
                                ? null
                                : HisMessages.person(
                                        trigger,
                                        words[1],
                                        words[2],
                                        words[3],
                                        String.join(" ", Arrays.asList(words).subList(4, words.length)));
                    case "A40" -> words.length < 3 ? null : HisMessages.merge(words[1], words[2]);
                    case "S12", "S13" ->
                        words.length < 5
                                ? null
                                : HisMessages.appointment(trigger, words[1], words[2], words[3], words[4]);
                    case "S15", "S26" ->
                        words.length < 3 ? null : HisMessages.appointment(trigger, words[1], words[2], "", "");
                    default -> null;
                });
    }

    private static void show(PrintWriter out, String what, String message) {
        say(out, what + ":\n  " + message.strip().replace("\r", "\n  "));
    }

    private static synchronized void say(PrintWriter out, String text) {
        out.println(text);
        out.flush();
    }
}
