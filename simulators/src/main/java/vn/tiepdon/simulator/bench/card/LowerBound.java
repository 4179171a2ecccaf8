package vn.tiepdon.simulator.bench.card;

import java.time.Duration;
import java.util.Collection;
import vn.tiepdon.simulator.card.citizen.CardTiming;

/**
 * What no reader can go below that reads these files from this card and has it prove itself:
 *
 * <pre>
 * commands = access + sum over the files of ceil(length / block) + 1 active authentication
 * access   = PACE: 1 EF.CardAccess by its short identifier, 1 MSE:Set AT, 4 GENERAL AUTHENTICATE, 1 SELECT application
 *            BAC:  1 SELECT application, 1 GET CHALLENGE, 1 EXTERNAL AUTHENTICATE
 * time     = commands * per command + files' bytes on the air + steps of the card's crypto unit
 * </pre>
 *
 * The time counts neither command headers nor protection nor the access protocol's own bytes.
 */
record LowerBound(int apdus, int fileBytes, int steps) {

    private static final int PACE = 7;
    private static final int BAC = 3;
    private static final int PROOF = 1;

    /** @param steps what both sides make the card compute */
    static LowerBound of(Way way, Collection<byte[]> files, int steps) {
        int blocks = files.stream()
                .mapToInt(file -> (file.length + way.block() - 1) / way.block())
                .sum();
        int bytes = files.stream().mapToInt(file -> file.length).sum();
        return new LowerBound((way == Way.BAC ? BAC : PACE) + blocks + PROOF, bytes, steps);
    }

    Duration link(CardTiming timing) {
        Duration air = Duration.ofNanos(fileBytes * 9L * 1_000_000 / timing.kilobitsPerSecond());
        return air.plus(timing.perApdu().multipliedBy(apdus))
                .plus(timing.perCryptoStep().multipliedBy(steps));
    }
}
