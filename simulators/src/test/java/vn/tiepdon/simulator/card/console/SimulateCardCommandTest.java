package vn.tiepdon.simulator.card.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Without a card there is nothing to put into a reader, and whoever typed the command learns why in one line. */
class SimulateCardCommandTest {

    private final StringWriter said = new StringWriter();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] nobody = "[]".getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, nobody.length);
            exchange.getResponseBody().write(nobody);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void aPatientWhomTheServerDoesNotKnowHasNoCard() {
        assertThat(simulate()).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(said.toString().lines()).containsExactly(address() + ": no patient has the code BN000123");
    }

    @Test
    void aServerThatRefusesTheLoginIsNamed() {
        status = 401;
        assertThat(simulate()).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(said.toString().lines())
                .singleElement()
                .asString()
                .startsWith(address() + ": the server refuses: 401");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        server.stop(0);
        assertThat(simulate()).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(said.toString().lines()).containsExactly(address() + ": the server does not answer");
    }

    private int simulate() {
        return new CommandLine(new SimulateCardCommand())
                .setErr(new PrintWriter(said, true))
                .execute("--citizen", "BN000123", "--server", address(), "--password", "secret");
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
