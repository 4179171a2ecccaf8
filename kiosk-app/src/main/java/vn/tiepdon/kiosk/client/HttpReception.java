package vn.tiepdon.kiosk.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.SignedBlockList;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Handover;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.IdentificationRequest;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.NewCardAnswer;
import vn.tiepdon.api.kiosk.Presentation;

/** The reception behind HTTP and JSON, as {@link ApiPaths} describes it. */
public final class HttpReception implements Reception, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** As many cards as a list may name, in Base64, and what stands around them. */
    private static final int LONGEST_BLOCK_LIST = 3 << 20;

    private final ServerLine server;
    private final DeviceLine line;
    private final Outbox<PendingCheckIn> outbox;
    private final Courier<PendingCheckIn, CheckIn> courier;
    private final Courier<PendingHandover, Void> handovers;
    private final CardReportCourier<CardContactReport> cardReports;
    private final CardReportCourier<NewCardAnswer> newCards;
    private final ServerClock clock = new ServerClock();
    private final ScheduledExecutorService timer;
    private volatile KioskConfiguration lastConfiguration;

    private HttpReception(URI serverUrl, Path dataFolder, Optional<String> enrolmentCode, Duration patience)
            throws IOException {
        DurableFile.createFolder(dataFolder);
        this.server = new ServerLine(serverUrl, patience);
        this.line = new DeviceLine(server, new DeviceCredentials(dataFolder, enrolmentCode, server));
        this.outbox = Outbox.open(dataFolder.resolve("outbox"), PendingCheckIn.class);
        this.timer = Executors.newScheduledThreadPool(2, HttpReception::thread);
        this.courier = new Courier<>(outbox, this::send, timer, patience);
        this.handovers = new Courier<>(
                Outbox.open(dataFolder.resolve("handovers"), PendingHandover.class), this::send, timer, patience);
        this.cardReports = new CardReportCourier<>(this::send, timer);
        this.newCards = new CardReportCourier<>(this::send, timer);
    }

    /**
     * @param dataFolder holds the device token and unanswered check-ins, for this kiosk alone
     * @param enrolmentCode the one-time code from the administrator, needed until the kiosk has its token
     */
    public static HttpReception open(URI serverUrl, Path dataFolder, Optional<String> enrolmentCode)
            throws IOException {
        return open(serverUrl, dataFolder, enrolmentCode, PATIENCE);
    }

    static HttpReception open(URI serverUrl, Path dataFolder, Optional<String> enrolmentCode, Duration patience)
            throws IOException {
        HttpReception reception = new HttpReception(serverUrl, dataFolder, enrolmentCode, patience);
        reception.courier.resume();
        reception.handovers.resume();
        reception.timer.execute(JsonRehearsal::run);
        return reception;
    }

    @Override
    public CompletableFuture<KioskConfiguration> configuration() {
        return line.ask(authorization -> {
            long start = System.nanoTime();
            return server.get(ApiPaths.KIOSK_CONFIGURATION, authorization, KioskConfiguration.class)
                    .thenApply(reply -> {
                        if (reply instanceof Reply.Accepted<KioskConfiguration> accepted) {
                            clock.set(accepted.body().now(), Duration.ofNanos(System.nanoTime() - start));
                            lastConfiguration = accepted.body();
                        }
                        return reply;
                    });
        });
    }

    @Override
    public CompletableFuture<Identification> identify(Presentation presentation) {
        return line.post(ApiPaths.KIOSK_IDENTIFICATIONS, new IdentificationRequest(presentation), Identification.class);
    }

    @Override
    public CompletableFuture<CheckIn> checkIn(CheckInRequest request) {
        return courier.deliver(PendingCheckIn.of(request));
    }

    @Override
    public void handOver(FaultCode fault, Handover.Step step, UUID identification, String clinic, UUID unanswered) {
        Handover told = new Handover(UUID.randomUUID(), clock.now(), fault, step, identification, clinic, unanswered);
        handovers.deliver(new PendingHandover(told, Instant.now()));
    }

    @Override
    public void report(UUID contact, CardContactReport report) {
        cardReports.deliver(contact, report);
    }

    @Override
    public void newCard(UUID coverage, boolean used) {
        newCards.deliver(coverage, new NewCardAnswer(used));
    }

    /** @param tag of the list that is known already, null for none */
    CompletableFuture<Newer<SignedBlockList>> blockList(String tag) {
        return line.ask(authorization -> server.getNewer(
                ApiPaths.KIOSK_BLOCK_LIST, authorization, tag, SignedBlockList.class, LONGEST_BLOCK_LIST));
    }

    /** Tells the server how this kiosk's parts are. */
    public CompletableFuture<Void> report(DeviceHealth health) {
        return line.ask(authorization -> server.put(ApiPaths.DEVICE_HEALTH, authorization, health, Void.class));
    }

    /** What the server told last; the flow asks every few minutes. */
    public Optional<KioskConfiguration> lastConfiguration() {
        return Optional.ofNullable(lastConfiguration);
    }

    public ServerClock clock() {
        return clock;
    }

    /** Check-ins without an answer yet. */
    public int unsent() {
        return outbox.size();
    }

    private CompletableFuture<Reply<CheckIn>> send(PendingCheckIn checkIn) {
        String path = ApiPaths.fill(ApiPaths.KIOSK_CHECK_IN, checkIn.id().toString());
        return line.exchange(authorization -> server.put(path, authorization, checkIn.request(), CheckIn.class));
    }

    private CompletableFuture<Reply<Void>> send(PendingHandover told) {
        return line.exchange(
                authorization -> server.post(ApiPaths.KIOSK_HANDOVERS, authorization, told.handover(), Void.class));
    }

    private CompletableFuture<Reply<Void>> send(UUID contact, CardContactReport report) {
        String path = ApiPaths.fill(ApiPaths.KIOSK_CARD_CONTACT, contact.toString());
        return line.exchange(authorization -> server.put(path, authorization, report, Void.class));
    }

    private CompletableFuture<Reply<Void>> send(UUID coverage, NewCardAnswer answer) {
        String path = ApiPaths.fill(ApiPaths.KIOSK_NEW_CARD, coverage.toString());
        return line.exchange(authorization -> server.put(path, authorization, answer, Void.class));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "reception");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
