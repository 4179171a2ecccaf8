package vn.tiepdon.simulator.day;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.ServerSettings;

/** The invented hospital's server, at a time and a speed of its own. */
public final class InventedServer {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** Real time to enrol devices, and to look everybody up. */
    private static final Duration READY = Duration.ofSeconds(12);

    private static final Duration EACH = Duration.ofMillis(25);
    private static final int SPARE = 50;

    private InventedServer() {}

    /** The first working day after today, or after an earlier one. */
    public static LocalDate workingDayAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /**
     * Not started yet.
     *
     * @param folder empty, or of an earlier day of the same hospital
     */
    public static ServerProcess on(Home home, Path folder, String password, LocalDate day, int speed, int patients) {
        Duration before = READY.plus(EACH.multipliedBy(patients)).multipliedBy(speed);
        ZonedDateTime opens = day.atTime(DayPlan.OPENS).atZone(ZONE);
        ZonedDateTime earliest = day.atTime(DayPlan.DAY_STARTS).atZone(ZONE);
        ZonedDateTime starts = opens.minus(before).isBefore(earliest) ? earliest : opens.minus(before);
        ServerSettings settings = ServerSettings.synthetic(folder, password)
                .with("tiepdon.synthetic.patients", Integer.toString(patients + SPARE))
                .with(
                        "tiepdon.synthetic.clock.starts",
                        starts.toOffsetDateTime().toString())
                .with("tiepdon.synthetic.clock.speed", Integer.toString(speed));
        return new ServerProcess(home, settings);
    }
}
