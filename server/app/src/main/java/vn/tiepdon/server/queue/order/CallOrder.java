package vn.tiepdon.server.queue.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        List<Candidate> ready = ready(waiting.stream().filter(callable).toList(), calls);
        if (ready.isEmpty()) {
            return Optional.empty();
        }
        Candidate called = pick(ready, calls);
        List<Candidate> overtaken = called.emergency() ? List.of() : ready.subList(0, ready.indexOf(called));
        return Optional.of(new Choice(called, overtaken, after(calls, called, overtaken)));
    }

    /** The next ones as they would be called now if nobody came or went. */
    public List<Candidate> sequence(Collection<Candidate> waiting, Calls now, int atMost) {
        List<Candidate> left = new ArrayList<>(waiting);
        List<Candidate> sequence = new ArrayList<>();
        Calls calls = now;
        while (!left.isEmpty() && sequence.size() < atMost) {
            Choice choice = next(left, calls, it -> true).orElseThrow();
            sequence.add(choice.called());
            left.remove(choice.called());
            Set<Candidate> overtaken = new HashSet<>(choice.overtaken());
            left.replaceAll(it -> overtaken.contains(it) ? it.passedBy() : it);
            calls = choice.calls();
        }
        return sequence;
    }

    /** Those who are put back come when it is their turn, or when nobody else is there. */
    private static List<Candidate> ready(List<Candidate> callable, Calls calls) {
        List<Candidate> ready = callable.stream()
                .filter(it -> it.notBefore() <= calls.made())
                .sorted(Candidate.BY_ARRIVAL)
                .toList();
        return ready.isEmpty()
                ? callable.stream()
                        .min(Comparator.comparing(Candidate::notBefore).thenComparing(Candidate.BY_ARRIVAL))
                        .stream()
                        .toList()
                : ready;
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
