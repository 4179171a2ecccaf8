package vn.tiepdon.server.queue.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who is called next. Emergencies first; then whoever has been overtaken too often; after some in a row who go first, one
 * who does not; otherwise the heaviest, and among equals who came first. Nobody but an emergency makes anybody be
 * overtaken more often than the bound: an overtaking call is made only when nobody who could be called has reached it.
 */
public final class CallOrder {

    private final int mostInARow;
    private final int mostOvertaken;

    public CallOrder(int mostInARow, int mostOvertaken) {
        this.mostInARow = mostInARow;
        this.mostOvertaken = mostOvertaken;
    }

    /**
     * @param overtaken who came before the one called and was passed by
     * @param calls of the queue after this call
     */
    public record Choice(Candidate called, List<Candidate> overtaken, Calls calls) {}

    /** @param callable whom the calling room may call */
    public Optional<Choice> next(Collection<Candidate> waiting, Calls calls, Predicate<Candidate> callable) {
        List<Candidate> byArrival =
                waiting.stream().filter(callable).sorted(Candidate.BY_ARRIVAL).toList();
        return byArrival.isEmpty() ? Optional.empty() : Optional.of(choose(byArrival, calls));
    }

    /** The next ones as they would be called now if nobody came or went. */
    public List<Candidate> sequence(Collection<Candidate> waiting, Calls now, int atMost) {
        List<Candidate> left = new ArrayList<>(waiting);
        left.sort(Candidate.BY_ARRIVAL);
        List<Candidate> sequence = new ArrayList<>();
        Calls calls = now;
        while (!left.isEmpty() && sequence.size() < atMost) {
            Choice choice = choose(left, calls);
            int place = left.indexOf(choice.called());
            if (!choice.overtaken().isEmpty()) {
                for (int before = 0; before < place; before++) {
                    Candidate one = left.get(before);
                    left.set(before, isReady(one, calls) ? one.passedBy() : one);
                }
            }
            sequence.add(left.remove(place));
            calls = choice.calls();
        }
        return sequence;
    }

    private Choice choose(List<Candidate> byArrival, Calls calls) {
        List<Candidate> ready = ready(byArrival, calls);
        Candidate called = pick(ready, calls);
        List<Candidate> overtaken = called.emergency() ? List.of() : ready.subList(0, ready.indexOf(called));
        return new Choice(called, overtaken, after(calls, called, overtaken));
    }

    /** Those who are put back come when it is their turn, or when nobody else is there. */
    private static List<Candidate> ready(List<Candidate> byArrival, Calls calls) {
        List<Candidate> ready = byArrival;
        if (!byArrival.stream().allMatch(it -> isReady(it, calls))) {
            ready = byArrival.stream().filter(it -> isReady(it, calls)).toList();
        }
        return ready.isEmpty()
                ? byArrival.stream().min(Comparator.comparing(Candidate::notBefore)).stream()
                        .toList()
                : ready;
    }

    private static boolean isReady(Candidate candidate, Calls calls) {
        return candidate.notBefore() <= calls.made();
    }

    private Candidate pick(List<Candidate> ready, Calls calls) {
        return first(ready, Candidate::emergency)
                .or(() -> first(ready, it -> it.overtaken() >= mostOvertaken))
                .or(() -> calls.inARow() >= mostInARow ? first(ready, it -> it.weight() == 0) : Optional.empty())
                .orElseGet(() -> heaviest(ready));
    }

    private static Candidate heaviest(List<Candidate> ready) {
        int weight = ready.stream().mapToInt(Candidate::weight).max().orElseThrow();
        return first(ready, it -> it.weight() == weight).orElseThrow();
    }

    private static Optional<Candidate> first(List<Candidate> byArrival, Predicate<Candidate> wanted) {
        return byArrival.stream().filter(wanted).findFirst();
    }

    private static Calls after(Calls before, Candidate called, List<Candidate> overtaken) {
        boolean normalsWait = overtaken.stream().anyMatch(it -> it.weight() == 0);
        int inARow = called.weight() == 0 ? 0 : before.inARow() + (normalsWait ? 1 : 0);
        return new Calls(before.made() + 1, called.emergency() ? before.inARow() : inARow);
    }
}
