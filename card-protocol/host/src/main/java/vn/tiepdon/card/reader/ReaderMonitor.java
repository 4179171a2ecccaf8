package vn.tiepdon.card.reader;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.CardException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches all readers and tells a listener what happens at them, through unplugged readers and restarts of the PC/SC
 * service.
 *
 * <p>One daemon thread watches, with a context of its own; each reader has another that talks. The watcher blocks in the
 * service until something changes, so a card is seen as soon as the service sees it.
 */
public final class ReaderMonitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderMonitor.class);
    private static final Duration WITHOUT_READERS = Duration.ofMillis(300);

    private final PcscProvider provider;
    private final ReaderSettings settings;
    private final Readers readers;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Backoff backoff = new Backoff();
    private boolean serviceUp = true;

    private ReaderMonitor(PcscProvider provider, ReaderSettings settings, ReaderListener listener) {
        this.provider = provider;
        this.settings = settings;
        this.readers = new Readers(provider, settings, listener);
    }

    public static ReaderMonitor start(PcscProvider provider, ReaderSettings settings, ReaderListener listener) {
        ReaderMonitor monitor = new ReaderMonitor(provider, settings, listener);
        Thread thread = new Thread(monitor::watch, "readers");
        thread.setDaemon(true);
        thread.start();
        return monitor;
    }

    /** Ends watching; a wait that blocks now ends by itself within {@link ReaderSettings#waitSlice}. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void watch() {
        try {
            do {
                watchOneContext();
            } while (!closed.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            readers.close();
        }
    }

    private void watchOneContext() throws InterruptedException {
        try (PcscContext context = provider.open()) {
            // The JDK's provider opens without a service: only an answer shows that there is one.
            context.terminals().list();
            serviceIsUp();
            readers.take(context.terminals());
            backoff.reset();
            while (closed.getCount() > 0) {
                awaitChange(context);
            }
        } catch (CardException | IllegalStateException e) {
            serviceIsDown(PcscFault.name(e));
        }
    }

    private void awaitChange(PcscContext context) throws CardException, InterruptedException {
        if (readers.isEmpty()) {
            // Without a reader the JDK refuses to wait, and Windows stops the service: look again soon.
            closed.await(WITHOUT_READERS.toMillis(), TimeUnit.MILLISECONDS);
            readers.take(context.terminals());
        } else if (context.terminals().waitForChange(settings.waitSlice().toMillis())) {
            readers.update(context.terminals());
        } else {
            readers.take(context.terminals());
        }
    }

    private void serviceIsUp() {
        if (!serviceUp) {
            serviceUp = true;
            LOG.info("the PC/SC service is back");
            readers.tell(new ReaderEvent.ServiceBack());
        }
    }

    private void serviceIsDown(String reason) {
        if (serviceUp) {
            serviceUp = false;
            LOG.warn("the PC/SC service is gone: {}", reason);
            readers.lose();
            readers.tell(new ReaderEvent.ServiceLost(reason));
        }
    }
}
