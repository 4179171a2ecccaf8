package vn.tiepdon.kiosk.bridge;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.tiepdon.kiosk.reader.CardPlace;
import vn.tiepdon.kiosk.station.Reading;
import vn.tiepdon.kiosk.station.Station;
import vn.tiepdon.kiosk.station.StationException;

/**
 * A station's keys, open for the page that knew their password; another page that knows it takes them over. Half an hour
 * without a reading closes them.
 */
final class StationRoom {

    static final Duration OPEN = Duration.ofMinutes(30);

    private static final Duration AFTER_WRONG = Duration.ofSeconds(1);

    private final Optional<Path> keys;
    private final Optional<Path> blockList;
    private final CardPlace place;
    private final Clock clock;
    private Station station;
    private String tokenHash;
    private Instant closes;

    StationRoom(Optional<Path> keys, Optional<Path> blockList, CardPlace place, Clock clock) {
        this.keys = keys;
        this.blockList = blockList;
        this.place = place;
        this.clock = clock;
    }

    /**
     * One guess at a time, and a second for each wrong one.
     *
     * @return a token for {@link #read}
     */
    synchronized String unlock(String password) throws StationException, InterruptedException {
        try {
            Path file = keys.orElse(Path.of(""));
            Station opened = Station.open(file, password.toCharArray(), blockList, clock);
            String token = Secrets.token();
            station = opened;
            tokenHash = Secrets.hash(token);
            closes = clock.instant().plus(OPEN);
            return token;
        } catch (StationException e) {
            Thread.sleep(AFTER_WRONG.toMillis());
            throw e;
        }
    }

    synchronized void lock() {
        station = null;
        tokenHash = null;
    }

    /** @param token null when the page has none */
    boolean isOpenTo(String token) {
        return opened(token).isPresent();
    }

    /** @return empty when the keys are not open to this page */
    Optional<Reading> read(String token) {
        Optional<Station> opened = opened(token);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        touch();
        return Optional.of(opened.get().read(place).join());
    }

    private synchronized void touch() {
        closes = clock.instant().plus(OPEN);
    }

    private synchronized Optional<Station> opened(String token) {
        if (station != null && !clock.instant().isBefore(closes)) {
            lock();
        }
        boolean known = station != null && token != null && Secrets.same(tokenHash, Secrets.hash(token));
        return known ? Optional.of(station) : Optional.empty();
    }
}
