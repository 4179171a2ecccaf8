package vn.tiepdon.kiosk.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A browser down to its headers, which Java's own client would not let a test choose. */
final class RawBrowser {

    record Answer(int status, Map<String, String> headers, String body) {}

    final Map<String, String> headers = new LinkedHashMap<>();
    private final int port;

    RawBrowser(int port) {
        this.port = port;
        headers.put("Host", "127.0.0.1:" + port);
    }

    RawBrowser with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Answer get(String path) throws IOException {
        return ask("GET", path, "");
    }

    Answer post(String path, String json) throws IOException {
        headers.put("Content-Type", "application/json");
        return ask("POST", path, json);
    }

    Answer ask(String method, String path, String body) throws IOException {
        try (Socket socket = open(method, path, body)) {
            BufferedReader in = reader(socket);
            int status = status(in);
            Map<String, String> answered = headers(in);
            StringBuilder text = new StringBuilder();
            for (int next = in.read(); next >= 0; next = in.read()) {
                text.append((char) next);
            }
            return new Answer(status, answered, text.toString());
        }
    }

    /** The caller closes it. */
    Socket open(String method, String path, String body) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        socket.setSoTimeout(10_000);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Connection: close\r\nContent-Length: " + bytes.length + "\r\n\r\n");
        socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return socket;
    }

    static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static int status(BufferedReader in) throws IOException {
        return Integer.parseInt(in.readLine().split(" ")[1]);
    }

    private static Map<String, String> headers(BufferedReader in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }
}
