package vn.tiepdon.simulator.bench.card;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.simulator.card.citizen.CardTiming;

/**
 * One reading.
 *
 * @param host the whole time, less what the simulator took in the card's place
 */
record Sample(List<Exchange> exchanges, Duration host, Map<ChipFile, byte[]> files) {

    int apdus() {
        return exchanges.size();
    }

    int bytes() {
        return exchanges.stream()
                .mapToInt(exchange -> exchange.commandBytes() + exchange.answerBytes())
                .sum();
    }

    int steps() {
        return exchanges.stream().mapToInt(Exchange::steps).sum();
    }

    /** @return what link and card take, by the model */
    Duration link(CardTiming timing) {
        return exchanges.stream().map(exchange -> exchange.time(timing)).reduce(Duration.ZERO, Duration::plus);
    }

    /** @return how many commands there were of which kind */
    Map<String, Long> kinds() {
        return exchanges.stream()
                .map(Exchange::kind)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
