package vn.tiepdon.simulator.bench.patientcard;

import java.time.Duration;
import java.util.List;
import vn.tiepdon.simulator.bench.card.Exchange;
import vn.tiepdon.simulator.card.citizen.CardTiming;

/**
 * One thing done with a card.
 *
 * @param took by the clock, with the virtual card and the server
 * @param inCard what the simulator took of it in the card's place
 * @param atServer what the server and the way to it took
 */
record Turn(List<Exchange> exchanges, Duration took, Duration inCard, Duration atServer) {

    int bytes() {
        return exchanges.stream()
                .mapToInt(exchange -> exchange.commandBytes() + exchange.answerBytes())
                .sum();
    }

    Duration host() {
        return took.minus(inCard).minus(atServer);
    }

    /** @return what link and card take, by the model */
    Duration link(CardTiming timing) {
        return exchanges.stream().map(exchange -> exchange.time(timing)).reduce(Duration.ZERO, Duration::plus);
    }
}
