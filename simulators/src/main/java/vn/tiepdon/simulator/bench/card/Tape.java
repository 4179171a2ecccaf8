package vn.tiepdon.simulator.bench.card;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.simulator.card.citizen.VirtualCitizenCard;

/** The virtual card in the reader's own thread; notes what goes over the link, and how long the card's code runs. */
final class Tape implements Transport {

    private final VirtualCitizenCard card;
    private final List<Exchange> exchanges = new ArrayList<>();
    private long cardNanos;

    /** The card is powered up anew. */
    Tape(VirtualCitizenCard card) {
        this.card = card;
        card.reset();
    }

    @Override
    public byte[] transmit(byte[] command) {
        int stepsBefore = card.cryptoSteps();
        long began = System.nanoTime();
        byte[] answer = card.transmit(command);
        cardNanos += System.nanoTime() - began;
        int steps = card.cryptoSteps() - stepsBefore;
        exchanges.add(new Exchange(command[1] & 0xFF, command[2] & 0xFF, command.length, answer.length, steps));
        return answer;
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** @return what the simulator took in the card's place, which is no part of what the host does */
    Duration cardTime() {
        return Duration.ofNanos(cardNanos);
    }
}
