package vn.tiepdon.kiosk.station;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that ought to be small, and no more of it than that. */
final class SmallFile {

    private SmallFile() {}

    static byte[] read(Path file, int limit) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new IOException("longer than " + limit + " bytes");
            }
            return bytes;
        }
    }
}
