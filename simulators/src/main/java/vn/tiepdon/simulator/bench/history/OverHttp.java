package vn.tiepdon.simulator.bench.history;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.simulator.harness.Wire;

/** As another system of the hospital asks: with its token, over a kept connection, written down in the trail. */
final class OverHttp extends Side {

    private final URI server;
    private final Map<Integer, String> tokens;

    /** @param tokens of a system of each facility that is asked about */
    OverHttp(URI server, Map<Integer, String> tokens, List<Question> questions) {
        super(questions);
        this.server = server;
        this.tokens = tokens;
    }

    @Override
    Asking connect() throws IOException {
        Wire wire = new Wire(server);
        return new Asking() {
            @Override
            public boolean answered(Question question) throws IOException {
                return wire.send("GET " + ApiPaths.EXCHANGE_SUMMARY + "?number=" + question.number()
                                + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: "
                                + ApiPaths.DEVICE_SCHEME + " " + tokens.get(question.facility()) + "\r\n\r\n")
                        == 200;
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }
}
