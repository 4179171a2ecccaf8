package vn.tiepdon.simulator;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.tiepdon.simulator.bench.BenchCommand;
import vn.tiepdon.simulator.demo.DemoCommand;

/** Everything of {@code ./tiepdon} that stands outside the product: simulated devices, the demo, the benchmarks. */
@Command(
        name = "tiepdon",
        mixinStandardHelpOptions = true,
        subcommands = {DemoCommand.class, SimulateCommand.class, BenchCommand.class})
public final class SimulatorMain {

    private SimulatorMain() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new SimulatorMain()).execute(args));
    }
}
