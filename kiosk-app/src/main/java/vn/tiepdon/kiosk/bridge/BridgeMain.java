package vn.tiepdon.kiosk.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.card.reader.PcscProvider;

/** {@code ./tiepdon bridge}: runs until it is stopped; Enter in its window shows a new pairing code. */
@Command(
        name = "bridge",
        mixinStandardHelpOptions = true,
        description = "The desk's bridge between browser and card reader. Its settings stand in bridge.properties; see"
                + " docs/desk.md.")
public final class BridgeMain implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(BridgeMain.class);

    private final PrintStream window = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Option(names = "--key", paramLabel = "FILE", description = "a station's keys, for the page /card")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--block-list",
            paramLabel = "FILE",
            description = "the hospital's list of blocked cards, for the same")
    private Optional<Path> blockList = Optional.empty();

    @Option(names = "--en", description = "speak English")
    private boolean english;

    public static void main(String[] args) {
        System.exit(new CommandLine(new BridgeMain()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            BridgeSettings settings = settings();
            LOG.info("bridge with {}", settings);
            if (settings.server().isEmpty() && settings.stationKeys().isEmpty()) {
                say("idle", settings.dataFolder().resolve("bridge.properties").toString());
                return CommandLine.ExitCode.USAGE;
            }
            run(settings);
            return CommandLine.ExitCode.OK;
        } catch (IllegalArgumentException e) {
            LOG.error("bridge.properties: {}", e.getMessage());
            return CommandLine.ExitCode.USAGE;
        } catch (IOException e) {
            LOG.error("the bridge cannot start, perhaps because it runs already: {}", e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private BridgeSettings settings() throws IOException {
        return BridgeSettings.load(name -> switch (name) {
            case "tiepdon.bridge.station-keys" -> key.map(Path::toString).orElseGet(() -> System.getProperty(name));
            case "tiepdon.bridge.block-list" -> blockList.map(Path::toString).orElseGet(() -> System.getProperty(name));
            default -> System.getProperty(name);
        });
    }

    private void run(BridgeSettings settings) throws IOException, InterruptedException {
        try (Bridge bridge = Bridge.open(settings, version())) {
            bridge.start(PcscProvider.named(settings.cardProvider()));
            if (settings.stationKeys().isPresent()) {
                say("page", String.valueOf(bridge.port()));
            }
            if (settings.server().isPresent()) {
                say("running", settings.server().get().toString());
                offerCodes(bridge);
            }
            // Until somebody closes the window.
            new CountDownLatch(1).await();
        }
    }

    private void offerCodes(Bridge bridge) throws IOException {
        if (!bridge.isPaired()) {
            say("code", bridge.pairingCode());
        }
        say("again");
        BufferedReader keys = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        while (keys.readLine() != null) {
            say("code", bridge.pairingCode());
        }
    }

    private void say(String text, String... values) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "vn.tiepdon.kiosk.bridge.bridge",
                Locale.forLanguageTag(english ? "en" : "vi"),
                BridgeMain.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        window.println(MessageFormat.format(texts.getString(text), (Object[]) values));
    }

    private static String version() {
        String version = BridgeMain.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
