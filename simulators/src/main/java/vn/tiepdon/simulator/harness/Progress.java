package vn.tiepdon.simulator.harness;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * One line that says how far a long work is and how long it will still take: rewritten in place on a terminal, printed
 * anew at every tenth of the work or after 30 s elsewhere.
 */
public final class Progress {

    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final PrintStream out;
    private final boolean terminal;
    private final String title;
    private final int total;
    private long began = System.nanoTime();
    private int lastTenth = -1;
    private long lastSaid = System.nanoTime();

    public Progress(String title, int total) {
        this(System.err, System.console() != null, title, total);
    }

    Progress(PrintStream out, boolean terminal, String title, int total) {
        this.out = out;
        this.terminal = terminal;
        this.title = title;
        this.total = total;
    }

    /**
     * @param steps 0 starts the clock: what came before is no measure for the steps to come
     * @param note what was found so far, short
     */
    public void done(int steps, String note) {
        if (steps == 0) {
            began = System.nanoTime();
        }
        String line = "%s: %d of %d, %s%s".formatted(title, steps, total, timeLeft(steps), note);
        if (terminal) {
            out.print("\r\u001b[K" + line + (steps >= total ? "\n" : ""));
            out.flush();
        } else if (steps * 10 / total > lastTenth || System.nanoTime() - lastSaid > SILENCE.toNanos()) {
            lastTenth = steps * 10 / total;
            lastSaid = System.nanoTime();
            out.println(line);
        }
    }

    private String timeLeft(int steps) {
        if (steps == 0) {
            return "";
        }
        Duration spent = Duration.ofNanos(System.nanoTime() - began);
        return steps >= total
                ? "took " + text(spent) + " "
                : "about " + text(spent.dividedBy(steps).multipliedBy(total - steps)) + " left ";
    }

    static String text(Duration time) {
        return time.toSeconds() < 60
                ? time.toSeconds() + " s"
                : String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart());
    }
}
