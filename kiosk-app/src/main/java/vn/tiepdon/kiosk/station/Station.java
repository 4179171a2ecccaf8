package vn.tiepdon.kiosk.station;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.BlockList;
import vn.tiepdon.card.reader.PresentedCard;
import vn.tiepdon.kiosk.reader.CardPlace;
import vn.tiepdon.kiosk.reader.Laid;

/** A commune station with its keys: turns a card on the reader into something a doctor can read. */
public final class Station {

    private static final Duration SECOND_TRY = Duration.ofMillis(150);

    private final StationReader reader;

    private Station(StationReader reader) {
        this.reader = reader;
    }

    /**
     * @param keys a PKCS#12 file
     * @param password cleared by whoever made it
     * @param blockList dead cards; empty when nobody has brought a list
     */
    public static Station open(Path keys, char[] password, Optional<Path> blockList, Clock clock)
            throws StationException {
        StationKeys opened = StationKeys.open(keys, password);
        Optional<BlockList> blocked = Optional.empty();
        if (blockList.isPresent()) {
            blocked = Optional.of(BlockListFile.read(blockList.get(), opened));
        }
        return new Station(new StationReader(opened, blocked, clock));
    }

    /** Completes with what the card that lies there says, or with why not. Never fails. */
    public CompletableFuture<Reading> read(CardPlace place) {
        Optional<Laid> laid = place.laid();
        if (laid.isPresent()) {
            return read(laid.get().card());
        }
        FaultCode fault = place.fault().map(StationFaults::atStation).orElse(FaultCode.STATION_NO_CARD);
        return CompletableFuture.completedFuture(new Reading.Failed(fault));
    }

    /** Completes with what the card says, or with why not. Never fails. */
    CompletableFuture<Reading> read(PresentedCard card) {
        Executor soon = CompletableFuture.delayedExecutor(SECOND_TRY.toMillis(), TimeUnit.MILLISECONDS);
        return once(card)
                // A card that slides in slowly loses its power and gets it again.
                .exceptionallyComposeAsync(
                        failure -> StationFaults.of(failure) == FaultCode.STATION_CARD_UNREADABLE
                                ? once(card)
                                : CompletableFuture.failedFuture(failure),
                        soon)
                .exceptionally(failure -> new Reading.Failed(StationFaults.of(failure)));
    }

    private CompletableFuture<Reading> once(PresentedCard card) {
        return card.run(session -> read(reader.read(session.transport())));
    }

    private static Reading read(CardContent content) {
        CardReport report = Reports.of(content);
        return new Reading.Read(
                report,
                Map.of(
                        "vi", new SheetWriter(new StationWords("vi")).write(report),
                        "en", new SheetWriter(new StationWords("en")).write(report)));
    }
}
