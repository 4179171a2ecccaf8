package vn.tiepdon.server.checkin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.server.fault.Refusal;

/**
 * Threads in line for work that goes faster for many at once. Who comes first does the work for all who stand in line by
 * then; those who come meanwhile wait, and the first of them does the next round. So one alone never waits for company,
 * and many share the price of a commit.
 *
 * @param <W> what each wants
 * @param <A> what each gets
 */
final class Line<W, A> {

    private static final Logger log = LoggerFactory.getLogger(Line.class);

    private final int most;
    private final Duration patience;
    private final Function<List<W>, List<A>> round;
    private final Deque<Place<W, A>> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * @param most in one round
     * @param patience how long one waits for others' rounds
     * @param round an answer for each wish, in their order; a refusal is for all of them, after any other failure each
     *     wish is tried alone
     */
    Line(int most, Duration patience, Function<List<W>, List<A>> round) {
        this.most = most;
        this.patience = patience;
        this.round = round;
    }

    /**
     * Waits for its turn, or for somebody who takes it along.
     *
     * @throws LineTooLongException when neither came in time; the wish may have been fulfilled nevertheless
     */
    A take(W wish) {
        Place<W, A> mine = new Place<>(wish);
        if (leads(mine) || mine.awaitNews(patience) == Place.News.TURN) {
            try {
                serve(next());
            } finally {
                handOn();
            }
        }
        return mine.answer();
    }

    private synchronized boolean leads(Place<W, A> mine) {
        waiting.add(mine);
        boolean first = !busy;
        busy = true;
        return first;
    }

    private synchronized List<Place<W, A>> next() {
        List<Place<W, A>> places = new ArrayList<>();
        while (places.size() < most && !waiting.isEmpty()) {
            Place<W, A> place = waiting.remove();
            if (!place.left()) {
                places.add(place);
            }
        }
        return places;
    }

    private void serve(List<Place<W, A>> places) {
        try {
            List<A> answers = round.apply(places.stream().map(Place::wish).toList());
            for (int i = 0; i < places.size(); i++) {
                places.get(i).tell(answers.get(i));
            }
        } catch (RuntimeException | Error failure) {
            if (places.size() == 1 || failure instanceof Refusal) {
                places.forEach(place -> place.tell(failure));
                return;
            }
            log.debug("a round of {} failed, each is tried alone: {}", places.size(), failure.getClass());
            places.forEach(place -> serve(List.of(place)));
        }
    }

    private synchronized void handOn() {
        while (!waiting.isEmpty()) {
            if (waiting.peek().promote()) {
                return;
            }
            waiting.remove();
        }
        busy = false;
    }
}
