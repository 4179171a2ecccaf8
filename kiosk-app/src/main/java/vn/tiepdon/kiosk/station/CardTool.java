package vn.tiepdon.kiosk.station;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.card.reader.PcscProvider;
import vn.tiepdon.card.reader.ReaderSettings;
import vn.tiepdon.kiosk.client.Json;
import vn.tiepdon.kiosk.reader.CardPlace;

/** {@code ./tiepdon card read}: exit code 0 when the card was read, 1 with a fault's texts when it was not. */
@Command(name = "card", description = "Patient cards without a server.", mixinStandardHelpOptions = true)
public final class CardTool implements Runnable {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);

    public static void main(String[] args) {
        System.exit(new CommandLine(new CardTool()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.err);
    }

    @Command(
            name = "read",
            mixinStandardHelpOptions = true,
            description = "Says what a card tells a doctor, with a station's keys and no line. Keeps nothing.")
    int read(
            @Option(names = "--key", required = true, paramLabel = "FILE", description = "the station's keys (PKCS#12)")
                    Path key,
            @Option(
                            names = "--password-file",
                            paramLabel = "FILE",
                            description = "its first line opens the keys; else the variable " + Password.VARIABLE
                                    + " does, or it is asked for")
                    Optional<Path> passwordFile,
            @Option(names = "--block-list", paramLabel = "FILE", description = "the hospital's list of blocked cards")
                    Optional<Path> blockList,
            @Option(names = "--reader", paramLabel = "REGEX", defaultValue = ".*") Pattern readerName,
            @Option(names = "--provider", defaultValue = "jna", hidden = true) String provider,
            @Option(
                            names = "--wait",
                            paramLabel = "SECONDS",
                            defaultValue = "60",
                            description = "for a card; ${DEFAULT-VALUE} unless said")
                    int seconds,
            @Option(names = "--json", description = "for programs") boolean json,
            @Option(names = "--en", description = "speak English") boolean english)
            throws InterruptedException {
        StationWords words = new StationWords(english ? "en" : "vi");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Reading reading;
        try {
            char[] password = Password.get(passwordFile, words.say("password"));
            Station station = Station.open(key, password, blockList, Clock.systemUTC());
            Arrays.fill(password, '\0');
            reading = readOne(station, readerName, PcscProvider.named(provider), Duration.ofSeconds(seconds), words);
        } catch (StationException e) {
            reading = new Reading.Failed(e.fault());
        }
        out.print(json ? json(reading) : text(reading, words));
        return reading instanceof Reading.Read ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static Reading readOne(
            Station station, Pattern readerName, PcscProvider provider, Duration patience, StationWords words)
            throws InterruptedException {
        CountDownLatch laid = new CountDownLatch(1);
        try (CardPlace place = new CardPlace(readerName, now -> now.laid().ifPresent(card -> laid.countDown()))) {
            System.err.println(words.say("lay"));
            place.start(provider, ReaderSettings.defaults());
            if (!laid.await(Math.min(FIRST_LOOK.toMillis(), patience.toMillis()), TimeUnit.MILLISECONDS)
                    && place.fault().isPresent()) {
                return station.read(place).join();
            }
            laid.await(Math.max(0, patience.minus(FIRST_LOOK).toMillis()), TimeUnit.MILLISECONDS);
            return station.read(place).join();
        }
    }

    static String json(Reading reading) {
        Object shown = reading instanceof Reading.Read read
                ? read.report()
                : FaultWords.of(((Reading.Failed) reading).fault());
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(shown) + "\n";
    }

    static String text(Reading reading, StationWords words) {
        if (reading instanceof Reading.Read read) {
            return PlainText.of(read.sheets().get(words.locale().getLanguage()));
        }
        FaultWords fault = FaultWords.of(((Reading.Failed) reading).fault());
        return "✗ %s (%s)%n    %s: %s%n    %s: %s%n"
                .formatted(
                        fault.reception().in(words.locale()),
                        fault.mark(),
                        words.say("tell"),
                        fault.patient().in(words.locale()),
                        words.say("technician"),
                        fault.technician().in(words.locale()));
    }
}
