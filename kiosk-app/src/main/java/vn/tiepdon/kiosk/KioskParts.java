package vn.tiepdon.kiosk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.card.reader.PcscProvider;
import vn.tiepdon.kiosk.client.BlockListKeeper;
import vn.tiepdon.kiosk.client.HealthReporter;
import vn.tiepdon.kiosk.client.HttpReception;
import vn.tiepdon.kiosk.client.Reception;
import vn.tiepdon.kiosk.device.CitizenCards;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.NoPrinter;
import vn.tiepdon.kiosk.device.PatientCards;
import vn.tiepdon.kiosk.device.TicketPrinter;
import vn.tiepdon.kiosk.device.card.CardDesk;
import vn.tiepdon.kiosk.device.printer.EscPosPrinter;
import vn.tiepdon.kiosk.device.scanner.SerialScanner;

/**
 * The kiosk's hands and its line to the server, as the settings want them: {@link #open} makes them, {@link #start} sets
 * the devices going.
 */
public final class KioskParts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KioskParts.class);
    private static final Text NO_NAME_YET = new Text("", "");

    private final KioskSettings settings;
    private final HttpReception reception;
    private final HealthReporter health;
    private final TicketPrinter printer;
    private final CardDesk cards;
    private final BlockListKeeper blockList;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private volatile Consumer<DeviceEvent> listener = event -> {};

    private KioskParts(KioskSettings settings) throws IOException {
        this.settings = settings;
        this.reception = opened(HttpReception.open(settings.server(), settings.dataFolder(), settings.enrolmentCode()));
        this.health = opened(HealthReporter.to(reception, version()));
        this.printer = settings.printer()
                .<TicketPrinter>map(address -> opened(new EscPosPrinter(address, this::hospital, this::tell)))
                .orElseGet(NoPrinter::new);
        this.cards = opened(
                new CardDesk(settings.readerName(), reception::lastConfiguration, reception.clock()::now, this::tell));
        this.blockList = opened(BlockListKeeper.of(
                reception,
                settings.dataFolder(),
                cards::takeBlockList,
                fault -> tell(new DeviceEvent.PartChanged(DeviceHealth.Kind.BLOCK_LIST, fault))));
    }

    /** @throws IOException when the data folder cannot be used */
    public static KioskParts open(KioskSettings settings) throws IOException {
        LOG.info("kiosk with {}", settings);
        return new KioskParts(settings);
    }

    public Reception reception() {
        return reception;
    }

    public TicketPrinter printer() {
        return printer;
    }

    public CitizenCards citizenCards() {
        return cards.citizenCards();
    }

    public PatientCards patientCards() {
        return cards.patientCards();
    }

    /** How long ago the server confirmed the list of blocked cards; empty while there is none. */
    public Optional<Duration> blockListAge() {
        return blockList.age();
    }

    /**
     * Starts readers, scanner and printer.
     *
     * @param events told of everything from now on, from several threads; must not block
     */
    public void start(Consumer<DeviceEvent> events) {
        listener = events;
        if (printer instanceof EscPosPrinter escPos) {
            escPos.start();
        }
        blockList.start();
        cards.start(PcscProvider.named(settings.cardProvider()));
        settings.scannerPort().ifPresent(port -> opened(new SerialScanner(port, settings.scannerBaud(), this::tell))
                .start());
    }

    private void tell(DeviceEvent event) {
        if (event instanceof DeviceEvent.PartChanged changed) {
            health.changed(changed.part(), changed.faultOrNull());
        }
        listener.accept(event);
    }

    private Text hospital() {
        return reception.lastConfiguration().map(KioskConfiguration::hospital).orElse(NO_NAME_YET);
    }

    private static String version() {
        String version = KioskParts.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    /** Ends everything, the last one started first; one that fails does not keep the others. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not end well", part.getClass().getSimpleName(), e);
            }
        }
    }
}
