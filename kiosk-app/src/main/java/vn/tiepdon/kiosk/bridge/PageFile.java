package vn.tiepdon.kiosk.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the bridge's page; nothing comes from anywhere else.
 *
 * @param resource within the kiosk's packages
 */
record PageFile(String resource, String type) {

    private static final String ROOT = "/vn/tiepdon/kiosk/";
    private static final Map<String, PageFile> FILES = Map.of(
            "/card", new PageFile("bridge/card.html", "text/html; charset=utf-8"),
            "/card/card.css", new PageFile("bridge/card.css", "text/css; charset=utf-8"),
            "/card/card.js", new PageFile("bridge/card.js", "text/javascript; charset=utf-8"),
            "/card/regular.ttf", new PageFile("fonts/BeVietnamPro-Regular.ttf", "font/ttf"),
            "/card/bold.ttf", new PageFile("fonts/BeVietnamPro-Bold.ttf", "font/ttf"));

    static Optional<PageFile> at(String path) {
        return Optional.ofNullable(FILES.get(path));
    }

    byte[] read() throws IOException {
        try (InputStream in = PageFile.class.getResourceAsStream(ROOT + resource)) {
            return in.readAllBytes();
        }
    }
}
