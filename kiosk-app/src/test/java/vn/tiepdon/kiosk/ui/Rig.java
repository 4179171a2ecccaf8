package vn.tiepdon.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Handover;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.client.Reception;
import vn.tiepdon.kiosk.conductor.Conductor;
import vn.tiepdon.kiosk.conductor.Speaker;
import vn.tiepdon.kiosk.device.CardOrder;
import vn.tiepdon.kiosk.device.CardTold;
import vn.tiepdon.kiosk.device.ChipRequest;
import vn.tiepdon.kiosk.device.CitizenCards;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.PatientCards;
import vn.tiepdon.kiosk.device.PrintOutcome;
import vn.tiepdon.kiosk.flow.Effect;
import vn.tiepdon.kiosk.flow.Event;
import vn.tiepdon.kiosk.flow.Language;
import vn.tiepdon.kiosk.sound.ClipSpeaker;

/** A whole kiosk in a real window, between a server and devices that answer what the test says. */
final class Rig implements AutoCloseable {

    final FakeReception reception = new FakeReception();
    volatile CompletableFuture<PrintOutcome> print = CompletableFuture.completedFuture(new PrintOutcome.Printed());
    final FakeCitizenCards chips = new FakeCitizenCards();
    final FakePatientCards cards = new FakePatientCards();
    final AtomicInteger printed = new AtomicInteger();
    private final BlockingQueue<String> log = new ArrayBlockingQueue<>(1_000);
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            log.add(event.getFormattedMessage());
        }
    };
    private final AtomicReference<Conductor> conductor = new AtomicReference<>();
    final KioskWindow window;
    final FakeSpeaker speaker = new FakeSpeaker();
    private volatile long drawnAt;

    Rig() {
        assertThat(System.getenv("DISPLAY"))
                .as("DISPLAY: these tests need a display; ./tiepdon test brings one, or run them under xvfb-run")
                .isNotBlank();
        appender.start();
        flowLog().addAppender(appender);
        window = KioskWindow.open(
                true, speaker::speaks, touched -> conductor.get().post(touched), () -> {});
        conductor.set(new Conductor(
                reception,
                (ticket, locale) -> {
                    printed.incrementAndGet();
                    return print;
                },
                chips,
                cards,
                window.display(),
                speaker));
    }

    Rig started() {
        conductor.get().start();
        return await("screen=Welcome after=Configured");
    }

    Rig startedWithoutAnswer() {
        conductor.get().start();
        return this;
    }

    /** Waits for a line of the flow's log; what came before it is dropped. */
    Rig await(String line) {
        try {
            for (String next = log.poll(10, TimeUnit.SECONDS); ; next = log.poll(10, TimeUnit.SECONDS)) {
                assertThat(next).as("waiting for %s", line).isNotNull();
                if (next.equals(line)) {
                    drawnAt = System.nanoTime();
                    return this;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Rig device(DeviceEvent event) {
        conductor.get().device(event);
        return this;
    }

    Rig card() {
        return device(new DeviceEvent.CardInserted(true)).device(new DeviceEvent.CardRead(Samples.card()));
    }

    Rig talkingCard() {
        return device(new DeviceEvent.CardInserted(true)).device(new DeviceEvent.CardRead(Samples.talkingCard()));
    }

    /** Somebody who looks at what has been awaited before touching it. */
    Rig look() {
        long left = Event.Touched.SOONEST_ANSWER.toNanos() - (System.nanoTime() - drawnAt);
        return pause(Duration.ofNanos(Math.max(0, left)));
    }

    Rig pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** A finger at a place, as the layout promises it, of somebody who has looked. */
    Rig touch(Layout.Spot spot) {
        look();
        return tap(spot);
    }

    /** A finger at a place, whatever is there by now. */
    Rig tap(Layout.Spot spot) {
        return press(spot).release();
    }

    /** The finger stays. */
    Rig press(Layout.Spot spot) {
        fx(() -> {
            Point2D at = window.scene()
                    .getRoot()
                    .localToScreen(
                            spot.x() * window.scene().getWidth(),
                            spot.y() * window.scene().getHeight());
            new Robot().mouseMove(at);
            new Robot().mousePress(MouseButton.PRIMARY);
            return null;
        });
        return this;
    }

    Rig release() {
        fx(() -> {
            new Robot().mouseRelease(MouseButton.PRIMARY);
            return null;
        });
        return this;
    }

    Rig touchBar(int slot) {
        return touch(BottomBar.place(slot).middle());
    }

    Rig key(KeyCode... keys) {
        look();
        for (KeyCode key : keys) {
            hold(key).letGo(key);
        }
        return this;
    }

    /** Held so long, the display's server repeats it. */
    Rig hold(KeyCode key) {
        return fx(() -> {
            new Robot().keyPress(key);
            return this;
        });
    }

    Rig letGo(KeyCode key) {
        return fx(() -> {
            new Robot().keyRelease(key);
            return this;
        });
    }

    Node root() {
        return window.scene().getRoot();
    }

    static <T> T fx(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static Logger flowLog() {
        return (Logger) LoggerFactory.getLogger("vn.tiepdon.kiosk.flow");
    }

    @Override
    public void close() {
        conductor.get().close();
        window.close();
        flowLog().detachAppender(appender);
    }

    /** Answers at once unless told to wait. */
    static final class FakeReception implements Reception {

        volatile CompletableFuture<KioskConfiguration> house = CompletableFuture.completedFuture(Samples.house());
        volatile CompletableFuture<Identification> identification = CompletableFuture.completedFuture(Samples.proven());
        final Queue<CardContactReport> reports = new ConcurrentLinkedQueue<>();
        final Map<UUID, Boolean> newCards = new ConcurrentHashMap<>();
        final Queue<Effect.HandOver> handedOver = new ConcurrentLinkedQueue<>();
        volatile CompletableFuture<CheckIn> checkIn = CompletableFuture.completedFuture(Samples.issued());

        @Override
        public CompletableFuture<KioskConfiguration> configuration() {
            return house;
        }

        @Override
        public CompletableFuture<Identification> identify(Presentation presentation) {
            return identification;
        }

        @Override
        public CompletableFuture<CheckIn> checkIn(CheckInRequest request) {
            return checkIn;
        }

        @Override
        public void report(UUID contact, CardContactReport report) {
            reports.add(report);
        }

        @Override
        public void handOver(FaultCode fault, Handover.Step step, UUID identification, String clinic, UUID unanswered) {
            handedOver.add(new Effect.HandOver(fault, step, identification, clinic, unanswered));
        }

        @Override
        public void newCard(UUID coverage, boolean used) {
            newCards.put(coverage, used);
        }
    }

    /** A card that takes what it is told when the test says so. */
    static final class FakePatientCards implements PatientCards {

        volatile CompletableFuture<CardTold> told = new CompletableFuture<>();
        volatile CardOrder order;

        @Override
        public CompletableFuture<CardTold> tell(CardOrder given) {
            order = given;
            return told;
        }

        @Override
        public void leave() {
            order = null;
        }
    }

    /** Reads when the test says so. */
    static final class FakeCitizenCards implements CitizenCards {

        volatile ChipRequest asked;
        volatile long agreed;

        @Override
        public void agreed(long consent, String wording, Locale language) {
            agreed = consent;
        }

        @Override
        public void read(ChipRequest request) {
            asked = request;
        }

        @Override
        public void forget() {
            asked = null;
        }
    }

    /** Has the kiosk's clips, and notes what it was told to play. */
    static final class FakeSpeaker implements Speaker {

        final BlockingQueue<String> spoken = new ArrayBlockingQueue<>(100);

        @Override
        public boolean speaks(String screen, Language language) {
            return ClipSpeaker.recorded(screen, language);
        }

        @Override
        public void speak(String screen, Language language) {
            spoken.add(screen + " " + language);
        }

        @Override
        public void hush() {}
    }
}
