package vn.tiepdon.server.queue.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.Stream;

/**
 * When the next ones of a queue will be called: many futures are played, each with a pace, rooms that open, and people who
 * come and go first as they may be by what is known of today and of the days before.
 */
final class Forecast {

    private static final int FUTURES = 200;

    /** Who comes while a forecast is good. */
    private static final int COMERS = 15;

    private static final int MOST_PLAYED = 250;
    private static final long SEED = 1;

    /** Steps of other days count like so many of today: doctors and patients of two days differ that much. */
    private static final double FORMER = 10;

    /** As shipped: so many of those who go first are called in a row, and so many pass one person. */
    private static final int IN_A_ROW = 3;

    private static final int MOST_PASSED = 20;

    /** A room that has called nobody for so many examinations while people waited is away, but not before so many minutes. */
    private static final double AWAY = 3;

    private static final double AWAY_MINUTES = 20;

    /** No room opens to the minute of another day. */
    private static final double PUNCTUAL = 8;

    /** Minutes until somebody comes of whom nobody knows when. */
    private static final double SOON = 20;

    /** How often somebody comes of whom nobody knows whether. */
    private static final double PERHAPS = 0.5;

    private static final double LOW = 0.08;
    private static final double HIGH = 0.92;

    private final QueuePast past;
    private final QueueNow now;
    private final double mean;
    private final double spread;
    private final double doubt;
    private final Comers comers;
    /** Until those are called who wait now and whom others pass; by how many of them are called before. */
    private final double[][] minutes;
    /** Until there have been so many calls, of whomever. */
    private final double[][] undisturbed;
    /** So many may still pass whoever is at this place, and everybody behind. */
    private final int[] passable;

    Forecast(QueuePast past, QueueNow now) {
        this.past = past;
        this.now = now;
        List<Double> steps = now.today().steps();
        mean = Steps.mean(steps, past.minutes(), FORMER);
        spread = Steps.spread(steps, mean, past.spread(), FORMER);
        doubt = spread / Math.sqrt(FORMER + steps.size());
        comers = new Comers(past, now);
        minutes = new double[Math.min(MOST_PLAYED, now.waiting() + COMERS)][FUTURES];
        undisturbed = new double[minutes.length][FUTURES];
        passable = passable(now.overtaken(), minutes.length);
        play();
    }

    /** Minutes until somebody is called before whom so many of those who wait now are called; the middle of the futures. */
    double expected(int before) {
        return quantile(minutes, before, 0.5);
    }

    /** In about four of five futures. */
    Estimate estimate(int before) {
        return Estimate.between(quantile(minutes, before, LOW), quantile(minutes, before, HIGH));
    }

    /** The same for somebody who goes first, whom nobody passes that comes later. */
    Estimate first(int before) {
        return Estimate.between(quantile(undisturbed, before, LOW), quantile(undisturbed, before, HIGH));
    }

    /** Who comes after everybody that was played waits at the same pace. */
    private static double quantile(double[][] minutes, int before, double share) {
        int last = minutes.length - 1;
        double known = minutes[Math.min(before, last)][(int) (share * (FUTURES - 1))];
        return before <= last ? known : known * (before + 1) / minutes.length;
    }

    private static int[] passable(List<Integer> overtaken, int people) {
        int[] passable = new int[people];
        int least = MOST_PASSED;
        for (int place = Math.max(people, overtaken.size()) - 1; place >= 0; place--) {
            least = Math.min(least, MOST_PASSED - (place < overtaken.size() ? overtaken.get(place) : 0));
            if (place < people) {
                passable[place] = least;
            }
        }
        return passable;
    }

    private void play() {
        Random random = new Random(SEED);
        List<RoomNow> rooms = now.rooms().stream().map(this::room).toList();
        List<List<DayCalls.Break>> breaks =
                past.days().stream().map(DayCalls::breaks).toList();
        for (int future = 0; future < FUTURES; future++) {
            int day = past.days().isEmpty() ? -1 : random.nextInt(past.days().size());
            play(future, rooms, day, day < 0 ? List.of() : breaks.get(day), random);
        }
        Stream.of(minutes, undisturbed).flatMap(Arrays::stream).forEach(Arrays::sort);
    }

    private void play(int future, List<RoomNow> rooms, int day, List<DayCalls.Break> breaks, Random random) {
        double pace = mean * Math.exp(doubt * random.nextGaussian() - doubt * doubt / 2);
        List<Double> first = comers.of(day, random);
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (RoomNow room : rooms) {
            double next = room.away() ? comes(room, day, random) : free(room, pace, random);
            if (next >= 0) {
                free.add(next);
            }
        }
        if (free.isEmpty()) {
            free.add(now.at() + soon(random));
        }
        int passed = 0;
        int inARow = 0;
        for (int call = 0; call < minutes.length; ) {
            double at = free.poll();
            for (DayCalls.Break each : breaks) {
                at = at > each.from() && at < each.to() && now.at() < each.from() ? each.to() : at;
            }
            free.add(at + step(pace, random));
            if (call + passed < undisturbed.length) {
                undisturbed[call + passed][future] = Math.max(0, at - now.at());
            }
            if (passed < passable[call] && inARow < IN_A_ROW && passed < first.size() && first.get(passed) <= at) {
                passed++;
                inARow++;
            } else {
                inARow = 0;
                minutes[call][future] = Math.max(0, at - now.at());
                call++;
            }
        }
    }

    /**
     * A room as it stands.
     *
     * @param last minutes since midnight
     * @param first when it called first on each of the days before
     * @param next when it called next on each of them, from this hour on
     */
    private record RoomNow(
            boolean away, boolean paused, OptionalDouble last, List<OptionalDouble> first, List<OptionalDouble> next) {}

    private RoomNow room(int room) {
        OptionalDouble last = now.today().last(room);
        boolean paused = now.paused().contains(room);
        boolean away = paused
                || last.isEmpty()
                || now.at() - Math.max(last.getAsDouble(), now.longest()) > Math.max(AWAY_MINUTES, AWAY * mean);
        return new RoomNow(
                away,
                paused,
                last,
                past.days().stream().map(day -> day.next(room, 0)).toList(),
                past.days().stream().map(day -> day.next(room, now.at())).toList());
    }

    /** As on another day, or soon; negative when not at all. */
    private double comes(RoomNow room, int day, Random random) {
        OptionalDouble first = day < 0 ? OptionalDouble.empty() : room.first().get(day);
        OptionalDouble next = day < 0 ? OptionalDouble.empty() : room.next().get(day);
        if (room.last().isEmpty() && !room.paused() && first.isPresent()) {
            double usual = first.getAsDouble() + PUNCTUAL * random.nextGaussian();
            return usual > now.at() ? usual : now.at() + soon(random);
        }
        if (!room.paused() && next.isPresent() && next.getAsDouble() - now.at() > DayCalls.LONGEST / 2) {
            return next.getAsDouble();
        }
        boolean comes = room.paused() || next.isPresent() || day < 0 && random.nextDouble() < PERHAPS;
        return comes ? now.at() + soon(random) : -1;
    }

    private static double soon(Random random) {
        return -SOON * Math.log(1 - random.nextDouble());
    }

    /** When who is in the room has left it. */
    private double free(RoomNow room, double pace, Random random) {
        double began = room.last().getAsDouble();
        double since = now.at() - began;
        for (int tries = 0; tries < 8; tries++) {
            double whole = step(pace, random);
            if (whole >= since) {
                return began + whole;
            }
        }
        return now.at();
    }

    /** Lognormal: most patients are quick, a few are not. */
    private double step(double pace, Random random) {
        double sigma = Math.sqrt(Math.log1p(spread * spread));
        return pace * Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }
}
