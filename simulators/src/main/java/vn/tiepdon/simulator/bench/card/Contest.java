package vn.tiepdon.simulator.bench.card;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.simulator.card.citizen.CardTiming;
import vn.tiepdon.simulator.card.citizen.Citizen;
import vn.tiepdon.simulator.card.citizen.VirtualCitizenCard;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.BenchReport.Better;

/** One card, read by both sides in turns. */
final class Contest {

    private static final double GOAL_OVER_BOUND = 1.25;
    private static final double GOAL_OVER_JMRTD = 0.5;

    private final Side product = new ProductSide();
    private final Side jmrtd = new JmrtdSide();
    private final Samples products = new Samples();
    private final Samples jmrtds = new Samples();
    private final Citizen citizen;
    private final VirtualCitizenCard card;
    private final Way way;
    private final boolean photo;

    Contest(Citizen citizen, VirtualCitizenCard card, Way way, boolean photo) {
        this.citizen = citizen;
        this.card = card;
        this.way = way;
        this.photo = photo;
    }

    /** Reads the card and keeps no time: for a JVM that has just begun. */
    void warmUp() throws Exception {
        read(product);
        read(jmrtd);
    }

    /** @throws IllegalStateException when the two did not read the same */
    void round() throws Exception {
        products.add(read(product));
        jmrtds.add(read(jmrtd));
        Map<ChipFile, byte[]> expected = jmrtds.last().files();
        Map<ChipFile, byte[]> files = products.last().files();
        boolean same = files.keySet().equals(expected.keySet())
                && files.keySet().stream().allMatch(file -> Arrays.equals(files.get(file), expected.get(file)));
        if (!same) {
            throw new IllegalStateException("the two sides did not read the same files");
        }
    }

    Way way() {
        return way;
    }

    Samples products() {
        return products;
    }

    Samples jmrtds() {
        return jmrtds;
    }

    private Sample read(Side side) throws Exception {
        Tape tape = new Tape(card);
        long began = System.nanoTime();
        Map<ChipFile, byte[]> files = side.read(tape, citizen, way, photo);
        Duration all = Duration.ofNanos(System.nanoTime() - began);
        return new Sample(tape.exchanges(), all.minus(tape.cardTime()), files);
    }

    void report(BenchReport report) {
        products.report(report, name(product));
        jmrtds.report(report, name(jmrtd));
        if (!photo) {
            compare(report);
        }
    }

    private void compare(BenchReport report) {
        LowerBound bound = LowerBound.of(
                way, products.last().files().values(), products.last().steps());
        double jmrtd106 = jmrtds.linkMillis(CardTiming.slow());
        double bound106 = Samples.millis(bound.link(CardTiming.slow()));
        String boundName = "bound." + (way == Way.PACE ? "" : way.metric() + ".") + "text";
        report.add(boundName + ".apdus", bound.apdus(), "count")
                .add(boundName + ".link106_ms", bound106, "ms")
                .add(boundName + ".link106_over_jmrtd", bound106 / jmrtd106, "ratio")
                .add(
                        name(product) + ".apdus_over_bound",
                        products.apdus() / bound.apdus(),
                        "ratio",
                        GOAL_OVER_BOUND,
                        Better.LESS,
                        "the commands that no reader can leave out")
                .add(
                        name(product) + ".link106_over_jmrtd",
                        products.linkMillis(CardTiming.slow()) / jmrtd106,
                        "ratio",
                        GOAL_OVER_JMRTD,
                        Better.LESS,
                        "JMRTD, same card and files; " + boundName + " shows what is possible");
    }

    /** Which commands the sides sent, for whoever wants to know why. */
    void explain(PrintStream out) {
        out.println(name(product) + ": " + new TreeMap<>(products.last().kinds()));
        out.println(name(jmrtd) + ": " + new TreeMap<>(jmrtds.last().kinds()));
    }

    private String name(Side side) {
        return side.metric() + "." + way.metric() + (photo ? ".photo" : ".text");
    }
}
