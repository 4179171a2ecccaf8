package vn.tiepdon.server.fault;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A file that is a request's body itself, for those ways that {@link BodyLimitFilter} leaves to their page. */
public final class BodyFile {

    /** Programs and browsers hear an answer only when they got rid of their file; of a longer one nobody is. */
    private static final long MOST_SWALLOWED = 64L << 20;

    private static final int PIECE = 64 << 10;

    private BodyFile() {}

    /**
     * @param largest in bytes
     * @return empty when it is larger
     */
    public static Optional<byte[]> read(HttpServletRequest request, int largest) throws IOException {
        InputStream body = request.getInputStream();
        byte[] file = body.readNBytes(largest + 1);
        if (file.length <= largest) {
            return Optional.of(file);
        }
        byte[] beyond = new byte[PIECE];
        int count = 0;
        for (long swallowed = 0; count >= 0 && swallowed < MOST_SWALLOWED; swallowed += count) {
            count = body.read(beyond);
        }
        return Optional.empty();
    }
}
