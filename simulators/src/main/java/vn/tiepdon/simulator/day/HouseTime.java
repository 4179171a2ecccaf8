package vn.tiepdon.simulator.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.simulator.harness.KioskClient;

/** The server's clock as a kiosk hears it. */
final class HouseTime {

    private static final long APART_MS = 8000;

    private final ZoneId zone;
    private final Instant said;
    private final long nanos;
    private final int speed;
    private final Duration late;

    /** @param late how much later than by the plan the day takes place */
    private HouseTime(ZoneId zone, Instant said, long nanos, int speed, Duration late) {
        this.zone = zone;
        this.said = said;
        this.nanos = nanos;
        this.speed = speed;
        this.late = late;
    }

    /** @param speed of a server that was told so; 0 for one of which nobody knows */
    static HouseTime of(KioskClient kiosk, int speed) throws InterruptedException {
        Heard first = hear(kiosk);
        if (speed > 0) {
            return new HouseTime(first.zone(), first.said(), first.nanos(), speed, Duration.ZERO);
        }
        Thread.sleep(APART_MS);
        Heard second = hear(kiosk);
        double passed = Duration.between(first.said(), second.said()).toNanos();
        int measured = Math.max(1, (int) Math.round(passed / (second.nanos() - first.nanos())));
        return new HouseTime(second.zone(), second.said(), second.nanos(), measured, Duration.ZERO);
    }

    private record Heard(ZoneId zone, Instant said, long nanos) {}

    /** In the middle between question and answer; the first question of a client takes longer. */
    private static Heard hear(KioskClient kiosk) throws InterruptedException {
        kiosk.configuration().orThrow();
        long before = System.nanoTime();
        KioskConfiguration answer = kiosk.configuration().orThrow();
        return new Heard(ZoneId.of(answer.zone()), answer.now(), before + (System.nanoTime() - before) / 2);
    }

    /** The same clock; when the house would have opened already, its day begins in a minute. */
    HouseTime openingNow() {
        Duration behind = Duration.between(at(DayPlan.OPENS), now().plusSeconds(60));
        return behind.isNegative() ? this : new HouseTime(zone, said, nanos, speed, behind);
    }

    ZoneId zone() {
        return zone;
    }

    int speed() {
        return speed;
    }

    Instant now() {
        return said.plus(Duration.ofNanos(System.nanoTime() - nanos).multipliedBy(speed));
    }

    LocalDate day() {
        return said.atZone(zone).toLocalDate();
    }

    /** When something of the plan takes place. */
    Instant at(LocalTime time) {
        return day().atTime(time).atZone(zone).toInstant().plus(late);
    }

    /** Real time until then; none when it is over. */
    Duration until(Instant then) {
        Duration left = Duration.between(now(), then).dividedBy(speed);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
