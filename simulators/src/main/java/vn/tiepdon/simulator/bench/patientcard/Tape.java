package vn.tiepdon.simulator.bench.patientcard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.simulator.bench.card.Exchange;
import vn.tiepdon.simulator.card.VirtualPatientCard;

/** The virtual card in the reader's own thread; notes what goes over the link, and how long the card's code runs. */
final class Tape implements Transport {

    private static final int INTERNAL_AUTHENTICATE = 0x88;
    private static final int GENERATE_KEY = 0xE0;

    /** Commands that cost the card one multiplication on its curve. Protection does not change an instruction. */
    private static final Set<Integer> ON_THE_CURVE = Set.of(INTERNAL_AUTHENTICATE, GENERATE_KEY);

    private final VirtualPatientCard card;
    private final List<Exchange> exchanges = new ArrayList<>();
    private long cardNanos;
    private volatile boolean pulledOut;

    /** The card is powered up anew. */
    Tape(VirtualPatientCard card) {
        this.card = card;
        card.reset();
    }

    @Override
    public byte[] transmit(byte[] command) throws TransportException {
        if (pulledOut) {
            throw new CardRemovedException(null);
        }
        long began = System.nanoTime();
        byte[] answer = card.transmit(command);
        cardNanos += System.nanoTime() - began;
        int instruction = command[1] & 0xFF;
        int steps = ON_THE_CURVE.contains(instruction) ? 1 : 0;
        exchanges.add(new Exchange(instruction, command[2] & 0xFF, command.length, answer.length, steps));
        return answer;
    }

    /** From now on the card answers nothing; another thread may call this. */
    void pullOut() {
        pulledOut = true;
    }

    /** @return what has happened since the last call */
    Turn turn(Duration took, Duration server) {
        Duration inCard = Duration.ofNanos(cardNanos);
        Turn turn = new Turn(List.copyOf(exchanges), took, inCard, server);
        exchanges.clear();
        cardNanos = 0;
        return turn;
    }
}
