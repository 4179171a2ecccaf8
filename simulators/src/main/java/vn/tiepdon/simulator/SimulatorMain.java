package vn.tiepdon.simulator;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.tiepdon.simulator.bench.BenchCommand;

/** Everything of {@code ./tiepdon} that stands outside the product: simulated devices, the demo, the benchmarks. */
@Command(
        name = "tiepdon",
        mixinStandardHelpOptions = true,
        subcommands = {SimulateCommand.class, BenchCommand.class})
public final class SimulatorMain {

    private SimulatorMain() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new SimulatorMain()).execute(args));
    }
}
