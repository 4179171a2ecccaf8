package vn.tiepdon.card.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final List<Integer> PAUSES = List.of(50, 100, 200, 400, 800, 1000, 1000);

    private final Backoff backoff = new Backoff();

    @Test
    void pausesGrowToASecondAndNoFurther() {
        assertThat(millis()).isEqualTo(PAUSES);
    }

    @Test
    void afterASuccessTheyAreShortAgain() {
        millis();
        backoff.reset();
        assertThat(millis()).isEqualTo(PAUSES);
    }

    private List<Integer> millis() {
        return Stream.generate(backoff::next)
                .limit(PAUSES.size())
                .map(Duration::toMillis)
                .map(Math::toIntExact)
                .toList();
    }
}
