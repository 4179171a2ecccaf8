package vn.tiepdon.kiosk.bridge;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.desk.CardFailure;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.reader.PresentedCard;
import vn.tiepdon.card.transport.SecureMessagingException;
import vn.tiepdon.kiosk.client.CardOrders;
import vn.tiepdon.kiosk.client.ReceptionException;
import vn.tiepdon.kiosk.device.card.CardFaults;
import vn.tiepdon.kiosk.reader.CardPlace;
import vn.tiepdon.kiosk.reader.Laid;

/** The card on the reader, and the one order that may be at work with it. */
final class OrderDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);

    private final CardOrders server;
    private final EventHub hub;
    private final Asking asking;
    private String reader;
    private String card;
    private Optional<Laid> laid = Optional.empty();
    private boolean busy;

    /** @param pause between two tries to reach the server */
    OrderDesk(CardOrders server, EventHub hub, Duration pause) {
        this.server = server;
        this.hub = hub;
        this.asking = new Asking(pause);
    }

    /** Null when there is none; so is {@link #card}. */
    synchronized String reader() {
        return reader;
    }

    synchronized String card() {
        return card;
    }

    /** Tells a browser that comes now how things are; whatever changes afterwards, it hears too. */
    synchronized Optional<EventHub.Listener> listen() {
        Optional<EventHub.Listener> listener = hub.listen();
        listener.ifPresent(it -> {
            it.tell(BridgeEvent.reader(reader));
            it.tell(BridgeEvent.card(card));
        });
        return listener;
    }

    /** Never blocks: called on the thread that watches the readers. */
    synchronized void changed(CardPlace place) {
        String name = place.reader().orElse(null);
        if (!Objects.equals(name, reader)) {
            reader = name;
            hub.publish(BridgeEvent.reader(name));
        }
        Optional<Laid> now = place.laid();
        if (!now.equals(laid)) {
            laid = now;
            if (now.isPresent()) {
                look(now.get());
            } else {
                card = null;
                hub.publish(BridgeEvent.card(null));
            }
        }
    }

    /** @return false while another order is at work, and when no card lies there */
    synchronized boolean begin(UUID order) {
        if (busy || laid.isEmpty()) {
            return false;
        }
        busy = true;
        Laid with = laid.get();
        OrderRun run = new OrderRun(order, server, asking, hub::publish);
        with.card()
                .run(session -> {
                    run.perform(session.transport());
                    return order;
                })
                .whenComplete((done, failure) -> ended(order, run, failure, with));
        return true;
    }

    private void ended(UUID order, OrderRun run, Throwable failure, Laid with) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        FaultCode fault = cause instanceof ReceptionException refused ? refused.fault() : CardFaults.of(cause);
        if (cause != null) {
            LOG.info("order {} failed: {} ({})", order, fault, cause.getMessage());
        }
        boolean cardsFault = cause instanceof PatientCardException || cause instanceof SecureMessagingException;
        CompletableFuture<?> told = cardsFault && run.isTaken()
                ? server.failure(order, new CardFailure(fault))
                // Nothing is lost: this card again, or another one, can still do what was ordered.
                : CompletableFuture.completedFuture(null);
        told.whenComplete((answer, untold) -> {
            free();
            hub.publish(cause == null ? BridgeEvent.done(order) : BridgeEvent.failed(order, fault));
            look(with);
        });
    }

    private synchronized void free() {
        busy = false;
    }

    private void look(Laid at) {
        at.card()
                .run(session -> CardLook.at(session.transport()))
                .exceptionallyCompose(failure -> again(at.card(), failure))
                .whenComplete((state, failure) -> {
                    if (failure == null) {
                        seen(at, state);
                    }
                });
    }

    /** A card that slides in slowly loses its power and gets it again; one that stays mute is none of ours. */
    private static CompletableFuture<String> again(PresentedCard card, Throwable failure) {
        return CardFaults.of(failure) == FaultCode.CARD_UNREADABLE
                ? card.run(session -> CardLook.at(session.transport())).exceptionally(mute -> "foreign")
                : CompletableFuture.failedFuture(failure);
    }

    private synchronized void seen(Laid at, String state) {
        if (laid.isPresent() && laid.get().equals(at)) {
            card = state;
            hub.publish(BridgeEvent.card(state));
        }
    }
}
