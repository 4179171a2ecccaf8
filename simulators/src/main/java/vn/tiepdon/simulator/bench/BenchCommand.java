package vn.tiepdon.simulator.bench;

import picocli.CommandLine.Command;
import vn.tiepdon.simulator.bench.card.CardCommand;
import vn.tiepdon.simulator.bench.checkin.CheckInCommand;
import vn.tiepdon.simulator.bench.coverage.CoverageCommand;
import vn.tiepdon.simulator.bench.day.DayCommand;
import vn.tiepdon.simulator.bench.history.HistoryCommand;
import vn.tiepdon.simulator.bench.imports.ImportCommand;
import vn.tiepdon.simulator.bench.kill.KillCommand;
import vn.tiepdon.simulator.bench.kill.PairCommand;
import vn.tiepdon.simulator.bench.patientcard.PatientCardCommand;
import vn.tiepdon.simulator.bench.screens.ScreensCommand;
import vn.tiepdon.simulator.bench.start.StartCommand;
import vn.tiepdon.simulator.bench.tap.TapCommand;

@Command(
        name = "bench",
        description = "Benchmarks; each prints a table and writes target/bench/NAME.json.",
        mixinStandardHelpOptions = true,
        subcommands = {
            TapCommand.class,
            KillCommand.class,
            ImportCommand.class,
            StartCommand.class,
            CardCommand.class,
            PatientCardCommand.class,
            CheckInCommand.class,
            HistoryCommand.class,
            PairCommand.class,
            CoverageCommand.class,
            ScreensCommand.class,
            DayCommand.class
        })
public final class BenchCommand {}
