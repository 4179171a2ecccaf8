package vn.tiepdon.kiosk.device.card;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.card.reader.CardSession;
import vn.tiepdon.card.reader.PresentedCard;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.SessionLimit;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.kiosk.device.CardOrder;
import vn.tiepdon.kiosk.device.CardTold;
import vn.tiepdon.kiosk.device.PatientCards;

/**
 * Goes on with the card that was read last, where its reading ended. Between the two the card keeps its power: nobody
 * resets it, and pcsc-lite leaves a card that nobody talks to alone for five seconds.
 */
final class ContactDesk implements PatientCards {

    private static final Logger LOG = LoggerFactory.getLogger(ContactDesk.class);

    /** Some dozens of updates, each of some commands. */
    private static final int COMMANDS = 200;

    private static final Duration LONGEST = Duration.ofSeconds(8);

    private volatile Open open;
    private volatile Leash leash = new Leash();

    private record Open(PresentedCard card, ReadCard read, House house) {}

    /** This card waits for its part of a session, if it asked for one. */
    void read(PresentedCard card, ReadCard read, House house) {
        open = read.shown().session() == null ? null : new Open(card, read, house);
    }

    @Override
    public CompletableFuture<CardTold> tell(CardOrder order) {
        Open now = open;
        open = null;
        // The very same: it has come back from the flow, and never from outside.
        if (now == null || now.read().shown().session() != order.asked()) {
            return CompletableFuture.completedFuture(CardTold.NOTHING);
        }
        Leash held = new Leash();
        leash = held;
        AtomicBoolean begun = new AtomicBoolean();
        CardDialogue dialogue = new CardDialogue(now.read(), order, now.house());
        return now.card()
                .run(session -> {
                    if (begun.getAndSet(true)) {
                        // Another program reset the card: its session is over, and this one's keys are worth nothing.
                        throw new CardRemovedException(null);
                    }
                    return converse(session, held, dialogue);
                })
                .completeOnTimeout(CardTold.NOTHING, LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(ContactDesk::givenUp);
    }

    private static CardTold converse(CardSession session, Leash held, CardDialogue dialogue) throws TransportException {
        return dialogue.with(new SessionLimit(held.on(session.transport()), COMMANDS, LONGEST));
    }

    /** The message of an exception that is not ours may hold what was said. */
    private static CardTold givenUp(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        LOG.info(
                "a contact with a card was given up: {} ({})",
                CardFaults.of(cause),
                cause.getClass().getSimpleName());
        return CardTold.NOTHING;
    }

    @Override
    public void leave() {
        open = null;
        leash.letGo();
    }
}
