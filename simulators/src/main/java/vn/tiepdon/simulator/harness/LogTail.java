package vn.tiepdon.simulator.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What one run of a program has written to a log file that holds earlier runs as well. */
record LogTail(Path file, long from) {

    private static final int MOST = 4 * 1024 * 1024;

    static LogTail fromNowOn(Path file) throws IOException {
        return new LogTail(file, Files.exists(file) ? Files.size(file) : 0);
    }

    boolean contains(String part) {
        return text().contains(part);
    }

    List<String> lastLines(int count) {
        List<String> lines = text().lines().toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    private String text() {
        if (!Files.exists(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
