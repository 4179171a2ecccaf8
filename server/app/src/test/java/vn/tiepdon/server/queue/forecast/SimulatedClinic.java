package vn.tiepdon.server.queue.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.order.CallOrder;
import vn.tiepdon.server.queue.order.Calls;
import vn.tiepdon.server.queue.order.Candidate;
import vn.tiepdon.server.queue.order.WaitingLine;

/**
 * A clinic with its doctors, one of whom comes later, and its mornings: most come early, a fifth goes first, examinations
 * are of very different length, some do not answer, and the days differ.
 */
final class SimulatedClinic {

    private static final double OPENS = 390;
    private static final double MORNING = 4.5 * 60;
    private static final int KNOWN_DAYS = 5;

    private final Random random;
    private final double examination;
    private final double[] usual;
    private final double[] doctors;
    private final double busy;
    private List<DayCalls> before = new ArrayList<>();

    SimulatedClinic(long seed) {
        random = new Random(seed);
        examination = 4 + 6 * random.nextDouble();
        usual = new double[1 + random.nextInt(3)];
        doctors = new double[usual.length];
        for (int room = 0; room < usual.length; room++) {
            usual[room] = OPENS + 5 + room * (20 + 50 * random.nextDouble());
            doctors[room] = Math.exp(0.15 * random.nextGaussian());
        }
        busy = 0.8 + 0.4 * random.nextDouble();
    }

    private record Told(Candidate who, double at, Estimate range, double expected) {}

    /**
     * @param errors of those who simply wait
     * @param first of those who go first
     */
    void day(WaitErrors errors, WaitErrors first) {
        double today = examination * Math.exp(0.15 * random.nextGaussian());
        double[] free = new double[usual.length];
        for (int room = 0; room < free.length; room++) {
            free[room] = Math.max(OPENS + 1, usual[room] + 10 * random.nextGaussian());
        }
        QueuePast past = QueuePast.assumed(6).after(before);
        List<Integer> rooms = new ArrayList<>();
        for (int room = 1; room <= free.length; room++) {
            rooms.add(room);
        }
        CallOrder order = new CallOrder(3, 20);
        Calls calls = Calls.NONE;
        List<Called> made = new ArrayList<>();
        List<Candidate> waiting = new ArrayList<>();
        Map<TicketId, Told> told = new HashMap<>();
        double[] arrivals = arrivals(today);
        int next = 0;
        while (next < arrivals.length || !waiting.isEmpty()) {
            int room = earliest(free);
            if (next < arrivals.length && (arrivals[next] <= free[room] || waiting.isEmpty())) {
                double at = arrivals[next++];
                Candidate comer = comer(at, next);
                double longest = waiting.stream()
                        .mapToDouble(SimulatedClinic::queued)
                        .min()
                        .orElse(at);
                WaitingLine line = new WaitingLine(order, waiting, calls);
                QueueNow now = new QueueNow(
                        at, new DayCalls(made), rooms, Set.of(), waiting.size(), longest, line.overtaken());
                told.put(comer.id(), told(comer, at, new Forecast(past, now), line));
                waiting.add(comer);
                for (int each = 0; each < free.length; each++) {
                    free[each] = waiting.size() == 1 && free[each] < at ? at : free[each];
                }
            } else {
                CallOrder.Choice choice = order.next(waiting, calls, it -> true).orElseThrow();
                waiting.remove(choice.called());
                waiting.replaceAll(it -> choice.overtaken().contains(it) ? it.passedBy() : it);
                calls = choice.calls();
                made.add(new Called(queued(choice.called()), free[room], room + 1));
                Told was = told.get(choice.called().id());
                (was.who().goesFirst() ? first : errors).add(was.range(), was.expected(), free[room] - was.at());
                boolean absent = random.nextInt(20) == 0;
                double length = today * doctors[room] * Math.exp(0.5 * random.nextGaussian() - 0.125);
                free[room] += absent ? 2 : Math.max(1.5, length);
            }
        }
        before.add(0, new DayCalls(made));
        before = new ArrayList<>(before.subList(0, Math.min(before.size(), KNOWN_DAYS)));
    }

    private static Told told(Candidate who, double at, Forecast forecast, WaitingLine line) {
        if (!who.goesFirst()) {
            int before = line.overtaken().size();
            return new Told(who, at, forecast.estimate(before), forecast.expected(before));
        }
        Estimate range = forecast.first(line.place(who));
        return new Told(who, at, range, (range.from() + range.to()) / 2.0);
    }

    private static int earliest(double[] free) {
        int earliest = 0;
        for (int room = 1; room < free.length; room++) {
            earliest = free[room] < free[earliest] ? room : earliest;
        }
        return earliest;
    }

    private double[] arrivals(double today) {
        double open = Arrays.stream(usual).map(it -> OPENS + MORNING - it).sum();
        double[] arrivals = new double[(int) (busy * open / today)];
        for (int i = 0; i < arrivals.length; i++) {
            arrivals[i] = OPENS + Math.min(Math.abs(random.nextGaussian()) * 75, MORNING);
        }
        Arrays.sort(arrivals);
        return arrivals;
    }

    private static double queued(Candidate who) {
        return who.queuedAt().toEpochMilli() / 60_000.0;
    }

    private Candidate comer(double at, int number) {
        int weight = random.nextInt(5) == 0 ? 70 : 0;
        return new Candidate(
                new TicketId(new UUID(random.nextLong(), random.nextLong())),
                Instant.ofEpochMilli(Math.round(at * 60_000)),
                number,
                weight,
                false,
                Optional.empty(),
                0,
                0);
    }
}
