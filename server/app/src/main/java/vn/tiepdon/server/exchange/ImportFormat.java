package vn.tiepdon.server.exchange;

import java.io.InputStream;
import java.util.List;

/** A way to write records into files: each format is a component of its own. */
public interface ImportFormat<R> {

    SourceKind kind();

    /**
     * Begins a file.
     *
     * @param file is closed with the source
     * @throws FileBrokenException when it cannot be such a file
     */
    RecordSource<R> open(ImportOrder order, InputStream file) throws FileBrokenException;

    /**
     * Writes records in the caller's transaction, each whole or not at all; writing one again changes nothing.
     *
     * @return one result for each record, in their order
     */
    List<WriteResult> write(ImportOrder order, List<R> records);
}
