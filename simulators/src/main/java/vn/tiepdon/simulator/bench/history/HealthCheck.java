package vn.tiepdon.simulator.bench.history;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.simulator.harness.Wire;

/** What any answer of the server costs: over a kept connection, {@code select 1}, nobody to recognise, no trail. */
final class HealthCheck extends Side {

    private final URI server;

    HealthCheck(URI server, List<Question> questions) {
        super(questions);
        this.server = server;
    }

    @Override
    Asking connect() throws IOException {
        Wire wire = new Wire(server);
        String request = "GET " + ApiPaths.HEALTH + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n";
        return new Asking() {
            @Override
            public boolean answered(Question question) throws IOException {
                return wire.send(request) == 200;
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }
}
