package vn.tiepdon.server.exchange.tool;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.exchange.ImportStatus;
import vn.tiepdon.api.fault.Problem;

@Command(
        name = "import",
        description = "Sends files of records to the server and waits until they are imported. Broken off, the server"
                + " goes on; sent again, nothing is doubled.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitCodes.USAGE,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all records are imported",
            "1:some records were refused",
            "2:a file was not read to its end",
            "3:the server does not answer, or refuses the login"
        })
final class ImportCommand implements Callable<Integer> {

    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final long FIRST_LOOK_MILLIS = 125;
    private static final long LOOKS_EVERY_MILLIS = 1_000;
    private static final int PATIENCE = 60;
    private static final double MEGABYTE = 1024.0 * 1024.0;
    private static final int CREATED = 201;
    private static final int PERCENT = 100;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;

    @Mixin
    private final ServerAccess access;

    @Option(names = "--clinic", defaultValue = "", description = "code of the clinic for departments not known here")
    private String clinic;

    @Option(
            names = "--format",
            defaultValue = "",
            description = "INSURANCE_XML, CSV, FHIR_NDJSON or FHIR_BUNDLE; seen from the file if not given")
    private String format;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    ImportCommand(ServerAccess access) {
        this.access = access;
    }

    @Override
    public Integer call() throws InterruptedException {
        int worst = ExitCodes.OK;
        try {
            for (Path file : files) {
                worst = Math.max(worst, one(file));
            }
            return worst;
        } catch (NoSecretException nobody) {
            say(nobody.getMessage());
            return ExitCodes.NO_SERVER;
        } catch (IOException noAnswer) {
            say("The server does not answer.");
            return ExitCodes.NO_SERVER;
        }
    }

    private int one(Path file) throws IOException, InterruptedException {
        if (!Files.isReadable(file)) {
            say("Cannot read " + file);
            return ExitCodes.INCOMPLETE;
        }
        say("%s: sending %.1f MB".formatted(file.getFileName(), Files.size(file) / MEGABYTE));
        String query = "?name=" + encoded(file.getFileName().toString()) + "&clinic=" + encoded(clinic) + "&format="
                + encoded(format);
        HttpResponse<String> answer = access.http()
                .send(
                        access.request(ApiPaths.EXCHANGE_IMPORTS + query)
                                .header("Content-Type", "application/octet-stream")
                                .POST(HttpRequest.BodyPublishers.ofFile(file))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != CREATED) {
            say("%s: %s".formatted(file.getFileName(), refusal(answer)));
            boolean login = answer.statusCode() == UNAUTHORISED || answer.statusCode() == FORBIDDEN;
            return login ? ExitCodes.NO_SERVER : ExitCodes.INCOMPLETE;
        }
        return result(file, watched(file, JsonMapper.shared().readValue(answer.body(), ImportStatus.class)));
    }

    private ImportStatus watched(Path file, ImportStatus sent) throws IOException, InterruptedException {
        ImportStatus now = sent;
        int silent = 0;
        long pause = FIRST_LOOK_MILLIS;
        while (!now.ended()) {
            Thread.sleep(pause);
            pause = Math.min(2 * pause, LOOKS_EVERY_MILLIS);
            try {
                now = status(sent.id());
                silent = 0;
                show(file, now);
            } catch (IOException noAnswer) {
                // A server that starts again goes on with the file.
                if (++silent > PATIENCE) {
                    throw noAnswer;
                }
            }
        }
        return now;
    }

    private ImportStatus status(String id) throws IOException, InterruptedException {
        HttpResponse<String> answer = access.http()
                .send(
                        access.request(ApiPaths.fill(ApiPaths.EXCHANGE_IMPORT, id))
                                .timeout(ANSWER)
                                .GET()
                                .build(),
                        BodyHandlers.ofString());
        try {
            return JsonMapper.shared().readValue(answer.body(), ImportStatus.class);
        } catch (JacksonException other) {
            throw new IOException("status " + answer.statusCode(), other);
        }
    }

    private void show(Path file, ImportStatus now) {
        String left = now.secondsLeft() == null ? "" : ", about " + time(now.secondsLeft()) + " left";
        String pace = now.perSecond() == null ? "" : String.format(Locale.ROOT, ", %.0f a second", now.perSecond());
        String line = "%s: %s, %,d records (%d %%), %,d refused%s%s"
                .formatted(
                        file.getFileName(),
                        now.state(),
                        now.records(),
                        now.bytes() == 0 ? PERCENT : now.bytesRead() * PERCENT / now.bytes(),
                        now.refused(),
                        pace,
                        left);
        PrintWriter out = spec.commandLine().getErr();
        out.print(System.console() == null ? line + System.lineSeparator() : "\r\u001b[K" + line);
        out.flush();
    }

    private int result(Path file, ImportStatus done) {
        if (System.console() != null) {
            say("");
        }
        spec.commandLine()
                .getOut()
                .println("%s: %s. %,d new, %,d the same, %,d changed, %,d refused; %,d new patients, %,d perhaps known."
                        .formatted(
                                file.getFileName(),
                                done.state(),
                                done.created(),
                                done.same(),
                                done.changed(),
                                done.refused(),
                                done.patients(),
                                done.similar()));
        if (done.brokenLine() != null) {
            say("The file cannot be read from line %d on: %s".formatted(done.brokenLine(), done.brokenReason()));
        }
        if (done.refused() > 0) {
            say("What was refused: " + ApiPaths.fill(ApiPaths.EXCHANGE_IMPORT_REFUSALS_CSV, done.id()));
        }
        if (!"DONE".equals(done.state())) {
            return ExitCodes.INCOMPLETE;
        }
        return done.refused() > 0 ? ExitCodes.SOME_REFUSED : ExitCodes.OK;
    }

    static String refusal(HttpResponse<String> answer) {
        try {
            Problem problem = JsonMapper.shared().readValue(answer.body(), Problem.class);
            return problem == null || problem.title() == null ? "status " + answer.statusCode() : problem.title();
        } catch (JacksonException otherPage) {
            return "status " + answer.statusCode();
        }
    }

    private static String time(long seconds) {
        return seconds < 60 ? seconds + " s" : "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void say(String text) {
        spec.commandLine().getErr().println(text);
        spec.commandLine().getErr().flush();
    }
}
