package vn.tiepdon.server.exchange.tool;

import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that exchange files with a server. */
@Command(name = "tiepdon", mixinStandardHelpOptions = true)
public final class ExchangeTool {

    private ExchangeTool() {}

    public static void main(String[] args) {
        System.exit(of(System::getenv).execute(args));
    }

    /** @param environment where secrets are looked for, by name; null for none */
    static CommandLine of(UnaryOperator<String> environment) {
        return new CommandLine(new ExchangeTool())
                .addSubcommand(new ImportCommand(new ServerAccess(environment)))
                .addSubcommand(new ExportCommand(new ServerAccess(environment)));
    }
}
