package vn.tiepdon.card.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Provider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CardTerminals.State;
import javax.smartcardio.TerminalFactorySpi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.reader.ReaderEvent.CardPresented;
import vn.tiepdon.card.reader.ReaderEvent.ReaderGone;
import vn.tiepdon.card.reader.ReaderEvent.ReaderReady;
import vn.tiepdon.card.reader.ReaderEvent.ServiceBack;
import vn.tiepdon.card.reader.ReaderEvent.ServiceLost;
import vn.tiepdon.card.transport.CardRemovedException;

/** A service that stops and starts, without one. */
class ReaderMonitorTest {

    private static final ReaderSettings SETTINGS = ReaderSettings.defaults().withSettling(Duration.ZERO);
    private static final String STOPPED = "SCARD_E_SERVICE_STOPPED";

    private final Stoppable service = new Stoppable();
    private final BlockingQueue<ReaderEvent> events = new LinkedBlockingQueue<>();
    private ReaderMonitor monitor;

    @AfterEach
    void close() {
        monitor.close();
    }

    @Test
    void aServiceThatStopsTakesItsReadersAndBringsThemBack() throws Exception {
        watch();
        assertThat(next()).isEqualTo(new ReaderReady("A"));
        for (int stop = 0; stop < 2; stop++) {
            service.stopped = true;
            assertThat(next()).isEqualTo(new ReaderGone("A"));
            assertThat(next()).isEqualTo(new ServiceLost(STOPPED));
            service.stopped = false;
            assertThat(next()).isEqualTo(new ServiceBack());
            assertThat(next()).isEqualTo(new ReaderReady("A"));
        }
        assertThat(events).isEmpty();
    }

    @Test
    void aServiceThatIsNotThereYetIsWaitedFor() throws Exception {
        service.stopped = true;
        watch();
        assertThat(next()).isEqualTo(new ServiceLost(STOPPED));
        assertThat(events.poll(300, TimeUnit.MILLISECONDS)).as("told once").isNull();
        service.stopped = false;
        assertThat(next()).isEqualTo(new ServiceBack());
        assertThat(next()).isEqualTo(new ReaderReady("A"));
    }

    @Test
    void aClosedMonitorWatchesNoMoreAndServesNoMore() throws Exception {
        service.withCard = true;
        watch();
        assertThat(next()).isEqualTo(new ReaderReady("A"));
        CardPresented presented = (CardPresented) next();
        monitor.close();
        service.ended();
        assertThatThrownBy(() -> presented.card().run(session -> null).get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(CardRemovedException.class);
        assertThat(events).isEmpty();
    }

    private void watch() {
        monitor = ReaderMonitor.start(PcscProvider.of(service), SETTINGS, events::add);
    }

    private ReaderEvent next() throws InterruptedException {
        return events.poll(10, TimeUnit.SECONDS);
    }

    /** One reader, which somebody stops and starts. */
    private static final class Stoppable extends Provider {

        private static final long serialVersionUID = 1L;
        private static final int TICK_MILLIS = 5;

        private volatile boolean stopped;
        private volatile boolean withCard;
        private transient volatile Thread watcher;

        private Stoppable() {
            super("Scripted", "1.0", "a service that stops");
            putService(new Factory(this));
        }

        private void ended() throws InterruptedException {
            watcher.join(10_000);
            assertThat(watcher.isAlive()).isFalse();
        }

        private static final class Factory extends Provider.Service {

            private final Stoppable service;

            private Factory(Stoppable service) {
                super(service, "TerminalFactory", "PC/SC", "scripted", null, null);
                this.service = service;
            }

            @Override
            public Object newInstance(Object parameter) {
                return new TerminalFactorySpi() {
                    @Override
                    protected CardTerminals engineTerminals() {
                        return new Terminals(service);
                    }
                };
            }
        }
    }

    private static final class Terminals extends CardTerminals {

        private final Stoppable service;

        private Terminals(Stoppable service) {
            this.service = service;
        }

        @Override
        public List<CardTerminal> list(State state) throws CardException {
            service.watcher = Thread.currentThread();
            requireService();
            ScriptedTerminals seen = new ScriptedTerminals().readers("A");
            return (service.withCard ? seen.withCard("A") : seen).list(state);
        }

        @Override
        public boolean waitForChange(long timeoutMillis) throws CardException {
            requireService();
            try {
                Thread.sleep(Stoppable.TICK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }

        private void requireService() throws CardException {
            if (service.stopped) {
                throw new CardException(STOPPED);
            }
        }
    }
}
