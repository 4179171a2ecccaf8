package vn.tiepdon.card.reader;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.GetResponse;
import vn.tiepdon.card.transport.ReaderFailedException;
import vn.tiepdon.card.transport.RedactedLog;
import vn.tiepdon.card.transport.RightLength;
import vn.tiepdon.card.transport.SessionLimit;
import vn.tiepdon.card.transport.TransportException;

/** Talks to the cards of one reader, on a daemon thread and a context of its own. */
final class ReaderThread implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderThread.class);
    private static final int MAX_QUEUED = 16;

    private final String reader;
    private final PcscProvider provider;
    private final ReaderSettings settings;
    private final BlockingQueue<QueuedTask<?>> tasks = new LinkedBlockingQueue<>(MAX_QUEUED);
    private final Thread thread;
    private volatile boolean closed;
    private PcscContext context;

    ReaderThread(String reader, PcscProvider provider, ReaderSettings settings) {
        this.reader = reader;
        this.provider = provider;
        this.settings = settings;
        this.thread = new Thread(this, "reader " + reader);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void close() {
        closed = true;
        thread.interrupt();
    }

    /** @return false when this reader is closed, or has more work than any card needs */
    boolean offer(QueuedTask<?> task) {
        return !closed && tasks.offer(task);
    }

    @Override
    public void run() {
        try {
            openContext();
        } catch (TransportException e) {
            LOG.debug("{} opens its context with its first card", reader);
        }
        try {
            while (!closed) {
                tasks.take().run(this::perform);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeContext();
            for (QueuedTask<?> left = tasks.poll(); left != null; left = tasks.poll()) {
                left.refuse(new CardRemovedException(null));
            }
        }
    }

    private void perform(CardTask<?> task) throws Exception {
        try {
            performOnce(task);
        } catch (CardRemovedException e) {
            if (e.getCause() == null || PcscFault.of(e.getCause()) != PcscFault.RESET) {
                throw e;
            }
            LOG.info("another program reset the card in {}: starting over", reader);
            performOnce(task);
        }
    }

    private void performOnce(CardTask<?> task) throws Exception {
        openContext();
        CardTerminal terminal = context.terminals().getTerminal(reader);
        if (terminal == null) {
            closeContext();
            throw new CardRemovedException(null);
        }
        Card card = connect(terminal);
        CardSession session = session(terminal, card);
        try {
            task.run(session);
        } finally {
            disconnect(card, session.resetsAfterwards());
        }
    }

    private CardSession session(CardTerminal terminal, Card card) {
        return new CardSession(
                new TerminalTransport(terminal, card.getBasicChannel())
                        .then(RedactedLog::new)
                        .then(RightLength::new)
                        .then(GetResponse::new)
                        .then(next -> new SessionLimit(next, settings.sessionCommands(), settings.sessionTime()))
                        .then(settings.decorator()),
                card.getATR().getBytes());
    }

    private Card connect(CardTerminal terminal) throws TransportException {
        try {
            Card card = terminal.connect("*");
            card.beginExclusive();
            return card;
        } catch (CardException | IllegalStateException e) {
            if (PcscFault.of(e) == PcscFault.SERVICE) {
                closeContext();
            }
            throw TerminalTransport.translate(e, terminal);
        }
    }

    private void disconnect(Card card, boolean reset) {
        try {
            card.endExclusive();
            card.disconnect(reset);
        } catch (CardException | IllegalStateException e) {
            LOG.debug("{} let go of its card: {}", reader, PcscFault.name(e));
        }
    }

    private void openContext() throws TransportException {
        if (context != null) {
            return;
        }
        try {
            context = provider.open();
        } catch (CardException | IllegalStateException e) {
            throw new ReaderFailedException(PcscFault.name(e), e);
        }
    }

    private void closeContext() {
        if (context == null) {
            return;
        }
        try {
            context.close();
        } catch (CardException | IllegalStateException e) {
            LOG.debug("{} closed its context: {}", reader, PcscFault.name(e));
        }
        context = null;
    }
}
