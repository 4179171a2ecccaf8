package vn.tiepdon.simulator;

import picocli.CommandLine.Command;
import vn.tiepdon.simulator.card.console.SimulateCardCommand;
import vn.tiepdon.simulator.day.SimulateDayCommand;
import vn.tiepdon.simulator.hl7.SimulateHl7Command;
import vn.tiepdon.simulator.insurance.SimulateGatewayCommand;
import vn.tiepdon.simulator.printer.SimulatePrinterCommand;
import vn.tiepdon.simulator.scanner.SimulateScannerCommand;

/** {@code ./tiepdon simulate …}: one device, driven by typing, until end of input or Ctrl-C; or a whole day. */
@Command(
        name = "simulate",
        description = "A device without hardware, or another system, driven by typing; or a hospital's day.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SimulateCardCommand.class,
            SimulateScannerCommand.class,
            SimulatePrinterCommand.class,
            SimulateHl7Command.class,
            SimulateGatewayCommand.class,
            SimulateDayCommand.class
        })
final class SimulateCommand {}
