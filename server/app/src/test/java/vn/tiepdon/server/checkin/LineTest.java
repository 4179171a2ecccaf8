package vn.tiepdon.server.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.tiepdon.server.testing.Together;

@Timeout(30)
class LineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<List<Integer>> rounds = Collections.synchronizedList(new ArrayList<>());

    private Line<Integer, Integer> doubling(int most) {
        return new Line<>(most, PATIENCE, wishes -> {
            rounds.add(List.copyOf(wishes));
            return wishes.stream().map(wish -> wish * 2).toList();
        });
    }

    @Test
    void oneAloneHasARoundOfItsOwnAndWaitsForNobody() {
        assertThat(doubling(10).take(21)).isEqualTo(42);
        assertThat(rounds).containsExactly(List.of(21));
    }

    @Test
    void everyoneGetsTheAnswerToTheirOwnWishHoweverManyCome() throws Exception {
        Line<Integer, Integer> line = doubling(7);
        List<Callable<List<Integer>>> threads = IntStream.range(0, 16)
                .<Callable<List<Integer>>>mapToObj(thread -> () -> IntStream.range(0, 200)
                        .mapToObj(i -> line.take(thread * 1000 + i))
                        .toList())
                .toList();
        List<List<Integer>> answers = Together.run(threads);
        for (int thread = 0; thread < 16; thread++) {
            int first = thread * 1000;
            assertThat(answers.get(thread))
                    .isEqualTo(IntStream.range(0, 200)
                            .mapToObj(i -> (first + i) * 2)
                            .toList());
        }
        assertThat(rounds.stream().mapToInt(List::size).sum()).isEqualTo(16 * 200);
        assertThat(rounds).allSatisfy(round -> assertThat(round).hasSizeBetween(1, 7));
    }

    @Test
    void whoComesDuringARoundSharesTheNextOne() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Line<Integer, Integer> line = new Line<>(50, PATIENCE, wishes -> {
            rounds.add(List.copyOf(wishes));
            begun.countDown();
            await(goOn);
            return wishes;
        });
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        all.add(CompletableFuture.supplyAsync(() -> line.take(0)));
        await(begun);
        for (int i = 1; i <= 5; i++) {
            int wish = i;
            CompletableFuture<Integer> one = new CompletableFuture<>();
            Thread thread = new Thread(() -> one.complete(line.take(wish)));
            thread.start();
            all.add(one);
            awaitParked(thread);
        }
        goOn.countDown();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
        assertThat(rounds).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5));
    }

    @Test
    void oneWhoCannotBeServedSpoilsNothingForTheOthers() throws Exception {
        Line<Integer, Integer> line = new Line<>(50, PATIENCE, wishes -> {
            if (wishes.contains(13)) {
                throw new IllegalStateException("unlucky");
            }
            return wishes;
        });
        List<Callable<String>> threads = IntStream.range(0, 20)
                .<Callable<String>>mapToObj(wish -> () -> {
                    try {
                        return String.valueOf(line.take(wish));
                    } catch (IllegalStateException unlucky) {
                        return unlucky.getMessage();
                    }
                })
                .toList();
        List<String> answers = Together.run(threads);
        assertThat(answers)
                .isEqualTo(IntStream.range(0, 20)
                        .mapToObj(wish -> wish == 13 ? "unlucky" : String.valueOf(wish))
                        .toList());
    }

    @Test
    void whoHasWaitedLongEnoughLeavesAndTheLineGoesOn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Line<Integer, Integer> line = new Line<>(50, Duration.ofMillis(50), wishes -> {
            rounds.add(List.copyOf(wishes));
            begun.countDown();
            await(goOn);
            return wishes;
        });
        CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(() -> line.take(1));
        await(begun);
        assertThatThrownBy(() -> line.take(2)).isInstanceOf(LineTooLongException.class);
        goOn.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(line.take(3)).isEqualTo(3);
        assertThat(rounds).containsExactly(List.of(1), List.of(3));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void awaitParked(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
