package vn.tiepdon.simulator.harness;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of one benchmark: a table for people and {@code target/bench/NAME.json} for programs. A missed goal is
 * reported, never an error.
 */
public final class BenchReport {

    /** Which side of the goal is good. */
    public enum Better {
        LESS,
        MORE
    }

    /** @param comparedWith what the value was measured against in the same run, for people */
    private record Row(Figure figure, String comparedWith) {}

    /** As {@code results} holds it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figure(String metric, double value, String unit, Double goal, String better) {

        String verdict() {
            if (goal == null) {
                return "";
            }
            return ("less".equals(better) ? value <= goal : value >= goal) ? "met" : "NOT MET";
        }
    }

    private record Context(String commit, String java, int cores, int rounds, String database) {}

    private record File(String bench, Instant at, Context context, List<Figure> results) {}

    private final String bench;
    private final int rounds;
    private final String database;
    private final List<Row> rows = new ArrayList<>();

    public BenchReport(String bench, int rounds, String database) {
        this.bench = bench;
        this.rounds = rounds;
        this.database = database;
    }

    /** A figure for orientation. */
    public BenchReport add(String metric, double value, String unit) {
        rows.add(new Row(new Figure(metric, rounded(value), unit, null, null), ""));
        return this;
    }

    /** A figure with a goal. */
    public BenchReport add(String metric, double value, String unit, double goal, Better better, String comparedWith) {
        String side = better.name().toLowerCase(Locale.ROOT);
        rows.add(new Row(new Figure(metric, rounded(value), unit, goal, side), comparedWith));
        return this;
    }

    /** @return the file written */
    public Path write(Home home) {
        Path file = home.work("bench").resolve(bench + ".json");
        Context context = new Context(
                home.commit(),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                rounds,
                database);
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValue(
                        file,
                        new File(
                                bench,
                                at,
                                context,
                                rows.stream().map(Row::figure).toList()));
        return file;
    }

    public void print(PrintStream out) {
        int name = Stream.concat(Stream.of("metric"), rows.stream().map(row -> row.figure()
                        .metric()))
                .mapToInt(String::length)
                .max()
                .orElseThrow();
        String format = "%-" + name + "s  %12s %-6s  %-10s  %-8s  %s";
        out.println(format.formatted("metric", "value", "unit", "goal", "", "compared with")
                .stripTrailing());
        for (Row row : rows) {
            Figure figure = row.figure();
            String goal =
                    figure.goal() == null ? "" : ("less".equals(figure.better()) ? "≤ " : "≥ ") + number(figure.goal());
            out.println(format.formatted(
                            figure.metric(),
                            number(figure.value()),
                            figure.unit(),
                            goal,
                            figure.verdict(),
                            row.comparedWith())
                    .stripTrailing());
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }
}
