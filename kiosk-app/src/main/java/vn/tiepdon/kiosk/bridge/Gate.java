package vn.tiepdon.kiosk.bridge;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may speak to a door that every page in every browser of this computer can knock at. The name in {@code Host} must be
 * the loopback's own, else somebody's name server leads here (DNS rebinding); the page must come from the server, or for
 * the bridge's own page from the bridge itself.
 */
final class Gate {

    private final Set<String> ownNames;
    private final Optional<String> server;

    /**
     * @param port where the door is
     * @param server base address of the one server whose pages may ask for orders
     */
    Gate(int port, Optional<URI> server) {
        this.ownNames = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        this.server = server.map(Gate::origin);
    }

    boolean isLoopbackName(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && ownNames.contains(host.toLowerCase(Locale.ROOT));
    }

    /** The server's origin, when that is where the asking page came from. */
    Optional<String> serverOrigin(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return server.filter(it -> it.equals(origin));
    }

    /** Whether the bridge's own page asks, or somebody opens it. */
    boolean isOwnPage(HttpExchange exchange) {
        String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        String host = exchange.getRequestHeaders().getFirst("Host");
        boolean sameSite = site == null || "same-origin".equals(site) || "none".equals(site);
        if ("GET".equals(exchange.getRequestMethod())) {
            // A link on another page may lead here; what that page cannot do is read the answer.
            return sameSite || "navigate".equals(exchange.getRequestHeaders().getFirst("Sec-Fetch-Mode"));
        }
        return sameSite && ("http://" + host).equals(origin);
    }

    /** As browsers write it: without path, and without a port that the scheme implies. */
    private static String origin(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int usual = "https".equals(scheme) ? 443 : 80;
        boolean implied = address.getPort() < 0 || address.getPort() == usual;
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + (implied ? "" : ":" + address.getPort());
    }
}
