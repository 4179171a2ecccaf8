package vn.tiepdon.simulator;

import java.nio.charset.Charset;
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
        Charset charset = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"));
        System.setOut(new CommandOutput(System.out, charset));
        System.exit(new CommandLine(new SimulatorMain()).execute(args));
    }
}
