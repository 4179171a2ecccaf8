package vn.tiepdon.server.exchange.tool;

import java.io.Console;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;
import vn.tiepdon.api.ApiPaths;

/** Which server, and as whom. Secrets come from the environment or are asked for, never from the command line. */
final class ServerAccess {

    static final String PASSWORD = "TIEPDON_PASSWORD";
    static final String TOKEN = "TIEPDON_TOKEN";

    private static final Duration CONNECT = Duration.ofSeconds(10);

    @Option(names = "--server", defaultValue = "http://localhost:8080", description = "address (${DEFAULT-VALUE})")
    private URI server;

    @Option(
            names = "--login",
            defaultValue = "quantri",
            description = "of an administrator (${DEFAULT-VALUE}); the password comes from " + PASSWORD
                    + " or is asked for. With " + TOKEN + ", another system's token, no login is needed.")
    private String login;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    private final UnaryOperator<String> environment;
    private String authorization;

    ServerAccess(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    HttpClient http() {
        return http;
    }

    /** @throws NoSecretException when there is nobody to ask */
    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(server.resolve(pathAndQuery))
                .header("Authorization", authorization())
                .header("Accept", "application/json");
    }

    private String authorization() {
        if (authorization == null) {
            String token = environment.apply(TOKEN);
            authorization = token != null && !token.isBlank()
                    ? ApiPaths.DEVICE_SCHEME + " " + token.strip()
                    : "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((login + ":" + password()).getBytes(StandardCharsets.UTF_8));
        }
        return authorization;
    }

    private String password() {
        String given = environment.apply(PASSWORD);
        if (given != null && !given.isEmpty()) {
            return given;
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of %s: ", login);
        if (typed == null) {
            throw new NoSecretException();
        }
        return new String(typed);
    }
}
