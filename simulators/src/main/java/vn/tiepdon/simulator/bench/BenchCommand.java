package vn.tiepdon.simulator.bench;

import picocli.CommandLine.Command;
import vn.tiepdon.simulator.bench.kill.KillCommand;

@Command(
        name = "bench",
        description = "Benchmarks; each prints a table and writes target/bench/NAME.json.",
        mixinStandardHelpOptions = true,
        subcommands = {KillCommand.class})
public final class BenchCommand {}
