package vn.tiepdon.simulator.bench.card;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.Home;

@Command(
        name = "card",
        description = "Commands, bytes and time for the chip of an ID card, beside JMRTD's plain reading of it.",
        mixinStandardHelpOptions = true)
public final class CardCommand implements Callable<Integer> {

    private static final int WARM_UPS = 20;

    @Option(
            names = "--rounds",
            defaultValue = "50",
            description = "readings of each card by each side (${DEFAULT-VALUE})")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        Home home = Home.ofSystemProperty();
        List<Contest> contests = new CardRun().measure(WARM_UPS, rounds);
        BenchReport report = new BenchReport("card", rounds, "none");
        contests.forEach(contest -> contest.report(report));
        contests.forEach(contest -> contest.explain(System.out));
        report.print(System.out);
        System.out.println(report.write(home));
        return 0;
    }
}
