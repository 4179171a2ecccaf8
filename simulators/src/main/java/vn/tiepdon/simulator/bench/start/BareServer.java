package vn.tiepdon.simulator.bench.start;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import vn.tiepdon.api.ApiPaths;

/**
 * The floor for the server's start: a JVM with nothing but the JDK's own HTTP server, which answers the health question
 * and dies with its parent's signal.
 */
public final class BareServer {

    private BareServer() {}

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(ApiPaths.HEALTH, exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
