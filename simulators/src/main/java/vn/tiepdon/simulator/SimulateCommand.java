package vn.tiepdon.simulator;

import picocli.CommandLine.Command;
import vn.tiepdon.simulator.card.console.SimulateCardCommand;
import vn.tiepdon.simulator.hl7.SimulateHl7Command;
import vn.tiepdon.simulator.insurance.SimulateGatewayCommand;
import vn.tiepdon.simulator.printer.SimulatePrinterCommand;
import vn.tiepdon.simulator.scanner.SimulateScannerCommand;

/** {@code ./tiepdon simulate …}: one device, driven by typing, until end of input or Ctrl-C. */
@Command(
        name = "simulate",
        description = "A device without hardware, or another system, driven by typing.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SimulateCardCommand.class,
            SimulateScannerCommand.class,
            SimulatePrinterCommand.class,
            SimulateHl7Command.class,
            SimulateGatewayCommand.class
        })
final class SimulateCommand {}
