package vn.tiepdon.server.exchange.fhir;

import java.util.Optional;
import vn.tiepdon.server.exchange.FileBrokenException;

/** Resources of a file, one after the other. */
interface ToldSource extends AutoCloseable {

    /**
     * Empty at the end of the file.
     *
     * @throws FileBrokenException when nothing behind this place can be read
     */
    Optional<Told> next() throws FileBrokenException;

    long bytesRead();

    @Override
    void close();
}
