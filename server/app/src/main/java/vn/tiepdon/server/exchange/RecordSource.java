package vn.tiepdon.server.exchange;

import java.util.Optional;

/**
 * Reads a file record by record, and never more of it than one. The same file gives the same items in the same order
 * each time: a job that was interrupted goes on behind the item that it came to.
 */
public interface RecordSource<R> extends AutoCloseable {

    /**
     * The next record, whole or refused; empty at the end of the file.
     *
     * @throws FileBrokenException when nothing behind this place can be read
     */
    Optional<SourceItem<R>> next() throws FileBrokenException;

    /** Passes by an item without looking into it; nothing happens at the end of the file. */
    void skip() throws FileBrokenException;

    /** How far the file has been read. */
    long bytesRead();

    @Override
    void close();
}
