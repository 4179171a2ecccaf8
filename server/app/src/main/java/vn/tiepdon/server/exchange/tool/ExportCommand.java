package vn.tiepdon.server.exchange.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.tiepdon.api.ApiPaths;

@Command(
        name = "export",
        description = "Fetches all records of the hospital into a file that only its owner may read.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitCodes.USAGE)
final class ExportCommand implements Callable<Integer> {

    private static final Duration FIRST_BYTE = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final double MEGABYTE = 1024.0 * 1024.0;

    /** As the server names them. */
    enum Format {
        INSURANCE_XML,
        VISITS_CSV,
        PATIENTS_CSV,
        FHIR_NDJSON
    }

    @Mixin
    private final ServerAccess access;

    @Option(names = "--format", defaultValue = "INSURANCE_XML", description = "${COMPLETION-CANDIDATES}")
    private Format format;

    @Option(names = "--replace", description = "a file that is there already")
    private boolean replace;

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Spec
    private CommandSpec spec;

    ExportCommand(ServerAccess access) {
        this.access = access;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (Files.exists(file) && !replace) {
            say(file + " is there already; choose another name or --replace.");
            return ExitCodes.USAGE;
        }
        if (!Files.isWritable(folder())) {
            say("Nothing can be written into " + folder());
            return ExitCodes.USAGE;
        }
        try {
            HttpRequest request = access.request(ApiPaths.EXCHANGE_EXPORT + "?format=" + format)
                    .setHeader("Accept", "*/*")
                    .timeout(FIRST_BYTE)
                    .GET()
                    .build();
            HttpResponse<InputStream> answer = access.http().send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != OK) {
                    say("The server refuses: " + why(answer.statusCode()));
                    return ExitCodes.NO_SERVER;
                }
                return kept(body);
            }
        } catch (NoSecretException nobody) {
            say(nobody.getMessage());
            return ExitCodes.NO_SERVER;
        } catch (IOException noAnswer) {
            say("The server does not answer, or broke off; nothing is kept.");
            return ExitCodes.NO_SERVER;
        }
    }

    /** Whole or not at all. */
    private int kept(InputStream body) throws IOException {
        // A temporary file is its owner's alone.
        Path draft = Files.createTempFile(folder(), "tiepdon-", ".part");
        try {
            long bytes;
            try (OutputStream out = Files.newOutputStream(draft)) {
                bytes = body.transferTo(out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            spec.commandLine().getOut().println("%s: %.1f MB".formatted(file, bytes / MEGABYTE));
            return ExitCodes.OK;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path folder() {
        return file.toAbsolutePath().getParent();
    }

    private static String why(int status) {
        return switch (status) {
            case UNAUTHORISED -> "login or password is wrong.";
            case FORBIDDEN -> "only an administrator's login may export.";
            default -> "status " + status;
        };
    }

    private void say(String text) {
        spec.commandLine().getErr().println(text);
        spec.commandLine().getErr().flush();
    }
}
