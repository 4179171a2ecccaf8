package vn.tiepdon.card.citizen;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** An image that can be read for so long only: a decoder that goes round and round in a damaged one must come back. */
final class ImpatientStream extends MemoryCacheImageInputStream {

    private final long end;

    ImpatientStream(byte[] image, Duration patience) {
        super(new ByteArrayInputStream(image));
        this.end = System.nanoTime() + patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        requireTime();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        requireTime();
        return super.read(bytes, from, length);
    }

    private void requireTime() throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new IOException("out of time");
        }
    }
}
