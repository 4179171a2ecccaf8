package vn.tiepdon.simulator.card;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A slot of a virtual reader (vsmartcard's vpcd) in a real PC/SC service: a card is there while its connection is.
 *
 * <p>When the service restarts, a card that was presented comes back by itself.
 */
public final class VirtualReaderSlot implements AutoCloseable {

    /** vpcd's port for its first reader; the second one has the next port. */
    public static final int FIRST_PORT = 35963;

    private final int port;
    private final AtomicReference<SlotConnection> connection = new AtomicReference<>();
    private volatile Duration latency = Duration.ZERO;

    private VirtualReaderSlot(int port) {
        this.port = port;
    }

    /** @param port of vpcd on this machine */
    public static VirtualReaderSlot connect(int port) {
        return new VirtualReaderSlot(port);
    }

    /** Puts a card in; one that is there already is taken out first. */
    public void present(VirtualCard card) {
        start(new SlotConnection(port, card, latency, Integer.MAX_VALUE, false));
    }

    /**
     * Puts a card in that is pulled out again by its n-th command.
     *
     * @param commands how many are answered before the card is gone
     */
    public void presentUntil(VirtualCard card, int commands) {
        start(new SlotConnection(port, card, latency, commands, false));
    }

    /**
     * Puts a card in that is torn out while it is written: its next command after these still reaches it, and nobody hears
     * its answer.
     *
     * @param commands how many are answered before
     */
    public void presentTorn(VirtualCard card, int commands) {
        start(new SlotConnection(port, card, latency, commands, true));
    }

    private void start(SlotConnection next) {
        SlotConnection before = connection.getAndSet(next);
        if (before != null) {
            before.close();
        }
        next.start();
    }

    /** Pulls the card out at once, in the middle of a command if need be. */
    public void yank() {
        SlotConnection before = connection.getAndSet(null);
        if (before != null) {
            before.close();
        }
    }

    /** @param perCommand how long cards presented from now on take for each command */
    public void latency(Duration perCommand) {
        latency = perCommand;
    }

    /** @return how many commands the present card has been sent */
    public int commands() {
        SlotConnection current = connection.get();
        return current == null ? 0 : current.commands();
    }

    @Override
    public void close() {
        yank();
    }
}
