package vn.tiepdon.server.exchange.tool;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that exchange files with a server. */
@Command(
        name = "tiepdon",
        mixinStandardHelpOptions = true,
        subcommands = {ImportCommand.class, ExportCommand.class})
public final class ExchangeTool {

    private ExchangeTool() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new ExchangeTool()).execute(args));
    }
}
