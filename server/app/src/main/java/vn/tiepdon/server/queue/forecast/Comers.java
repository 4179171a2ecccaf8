package vn.tiepdon.server.queue.forecast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Who will still come and go before those who wait now: as on another day, or as today so far. */
final class Comers {

    /** By the law some of a hundred go first, and whoever comes back from the laboratory beside them. */
    private static final double SHARE = 0.18;

    /** What is assumed counts like so many people. */
    private static final double ASSUMED = 6;

    /** Minutes that say how many come now. */
    private static final double RECENT = 60;

    /** Not of a few people in the first minutes. */
    private static final double SHORTEST = 20;

    /** Most come early: minutes in which fewer by the factor e come. */
    private static final double FADING = 90;

    private static final double MINUTES_APART = 3;

    private final QueueNow now;
    private final List<List<Double>> former;
    private final double likeFormer;
    private final double doubt;
    private final double rate;

    Comers(QueuePast past, QueueNow now) {
        this.now = now;
        former = past.days().stream().map(day -> day.passers(Double.MAX_VALUE)).toList();
        List<Double> today = now.today().passers(now.longest());
        double usual = former.stream()
                .mapToLong(day -> day.stream().filter(it -> it <= now.at()).count())
                .average()
                .orElse(0);
        likeFormer = (ASSUMED + today.size()) / (ASSUMED + usual);
        doubt = 1 / Math.sqrt(ASSUMED + today.size() + ASSUMED);
        double begun = now.at() - RECENT;
        List<Called> recent =
                now.today().calls().stream().filter(it -> it.at() >= begun).toList();
        double passed = today.stream().filter(it -> it >= begun).count();
        double share = (ASSUMED * SHARE + passed) / (ASSUMED + recent.size());
        double since = recent.stream().mapToDouble(Called::queued).min().orElse(now.longest());
        rate = share * (recent.size() + now.waiting()) / Math.max(SHORTEST, now.at() - Math.max(since, begun));
    }

    /**
     * @param day of those before; negative for none
     * @return minutes since midnight, in order
     */
    List<Double> of(int day, Random random) {
        List<Double> comers = new ArrayList<>();
        double factor = Math.exp(doubt * random.nextGaussian());
        if (day >= 0) {
            double times = likeFormer * factor;
            for (double at : former.get(day)) {
                for (double left = times; at > now.at() && left > random.nextDouble(); left--) {
                    comers.add(Math.max(now.at(), at + MINUTES_APART * random.nextGaussian()));
                }
            }
            Collections.sort(comers);
        } else {
            double perMinute = rate * factor;
            double after = gap(perMinute, random);
            while (after < FADING * 4) {
                comers.add(now.at() + after);
                after += gap(perMinute * Math.exp(-after / FADING), random);
            }
        }
        return comers;
    }

    private static double gap(double perMinute, Random random) {
        return -Math.log(1 - random.nextDouble()) / perMinute;
    }
}
