package vn.tiepdon.kiosk.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import vn.tiepdon.kiosk.client.DurableFile;
import vn.tiepdon.kiosk.client.Json;

/** The browsers that may speak to this bridge, as hashes of their tokens. Of too many the oldest is forgotten. */
final class Pairings {

    static final int MOST = 16;

    private static final Logger LOG = LoggerFactory.getLogger(Pairings.class);
    private static final String FILE = "browsers.json";

    private final Path file;
    private final List<String> hashes;

    private record Stored(List<String> hashes) {}

    private Pairings(Path file, List<String> hashes) {
        this.file = file;
        this.hashes = new ArrayList<>(hashes);
    }

    static Pairings open(Path folder) throws IOException {
        DurableFile.createFolder(folder);
        Path file = folder.resolve(FILE);
        return new Pairings(file, Files.exists(file) ? stored(file) : List.of());
    }

    private static List<String> stored(Path file) throws IOException {
        try {
            Stored stored = Json.MAPPER.readValue(Files.readAllBytes(file), Stored.class);
            return stored == null || stored.hashes() == null ? List.of() : stored.hashes();
        } catch (JacksonException e) {
            LOG.error("{} cannot be read; the browsers must be paired again", FILE);
            return List.of();
        }
    }

    synchronized boolean isEmpty() {
        return hashes.isEmpty();
    }

    /** @return the new browser's token */
    synchronized String add() throws IOException {
        String token = Secrets.token();
        List<String> next = new ArrayList<>(hashes);
        next.add(Secrets.hash(token));
        while (next.size() > MOST) {
            next.remove(0);
        }
        DurableFile.write(file, Json.MAPPER.writeValueAsBytes(new Stored(next)));
        hashes.clear();
        hashes.addAll(next);
        return token;
    }

    /** @param token null when the browser sent none */
    synchronized boolean knows(String token) {
        if (token == null) {
            return false;
        }
        String hash = Secrets.hash(token);
        return hashes.stream().anyMatch(it -> Secrets.same(it, hash));
    }
}
