package vn.tiepdon.kiosk.bridge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.card.reader.PcscProvider;
import vn.tiepdon.card.reader.ReaderSettings;
import vn.tiepdon.kiosk.client.CardOrders;
import vn.tiepdon.kiosk.client.HealthReporter;
import vn.tiepdon.kiosk.client.HttpCardOrders;
import vn.tiepdon.kiosk.reader.CardPlace;

/** The bridge's parts put together: reader, orders, door. */
final class Bridge implements AutoCloseable {

    /** Making a key takes a card seconds, and the server is asked four times on the way. */
    private static final Duration LONGEST_ORDER = Duration.ofSeconds(60);

    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final CardPlace place;
    private final PairingCode code;
    private final Pairings pairings;
    private final Door door;
    private final Optional<HealthReporter> health;

    private Bridge(CardPlace place, PairingCode code, Pairings pairings, Door door, Optional<HealthReporter> health) {
        this.place = place;
        this.code = code;
        this.pairings = pairings;
        this.door = door;
        this.health = health;
    }

    /** @throws IOException when another program has the port, or the data folder cannot be used */
    static Bridge open(BridgeSettings settings, String version) throws IOException {
        Optional<HttpCardOrders> orders = Optional.empty();
        if (settings.server().isPresent()) {
            orders = Optional.of(
                    HttpCardOrders.open(settings.server().get(), settings.dataFolder(), settings.enrolmentCode()));
        }
        Optional<HealthReporter> health = orders.map(line -> HealthReporter.to(line, version));
        return open(settings, orders.map(CardOrders.class::cast), health, Clock.systemUTC(), version);
    }

    static Bridge open(
            BridgeSettings settings,
            Optional<CardOrders> orders,
            Optional<HealthReporter> health,
            Clock clock,
            String version)
            throws IOException {
        EventHub hub = new EventHub();
        Optional<OrderDesk> desk = orders.map(line -> new OrderDesk(line, hub, ASK_AGAIN));
        CardPlace place = new CardPlace(settings.readerName(), now -> {
            desk.ifPresent(it -> it.changed(now));
            health.ifPresent(
                    it -> it.changed(DeviceHealth.Kind.CARD_READER, now.fault().orElse(null)));
        });
        PairingCode code = new PairingCode(clock);
        Pairings pairings = Pairings.open(settings.dataFolder());
        StationRoom room = new StationRoom(settings.stationKeys(), settings.blockList(), place, clock);
        Door door = Door.open(settings.port(), port -> {
            Gate gate = new Gate(port, settings.server());
            HttpHandler page = new StationHandler(gate, place, room);
            Optional<HttpHandler> forDesk = desk.map(it -> new DeskHandler(gate, it, hub, code, pairings, version));
            return exchange -> lead(exchange, gate, page, forDesk);
        });
        return new Bridge(place, code, pairings, door, health);
    }

    private static void lead(HttpExchange exchange, Gate gate, HttpHandler page, Optional<HttpHandler> desk)
            throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!gate.isLoopbackName(exchange)) {
            Answers.empty(exchange, Answers.FORBIDDEN);
        } else if (path.equals("/card") || path.startsWith("/card/")) {
            page.handle(exchange);
        } else if (desk.isPresent()) {
            desk.get().handle(exchange);
        } else {
            Answers.empty(exchange, Answers.NOT_FOUND);
        }
    }

    Bridge start(PcscProvider provider) {
        place.start(provider, ReaderSettings.defaults().withSessionTime(LONGEST_ORDER));
        return this;
    }

    CardPlace place() {
        return place;
    }

    int port() {
        return door.port();
    }

    boolean isPaired() {
        return !pairings.isEmpty();
    }

    /** A new code for the window; the one before is worth nothing any more. */
    String pairingCode() {
        return code.renew();
    }

    @Override
    public void close() {
        door.close();
        place.close();
        health.ifPresent(HealthReporter::close);
    }
}
