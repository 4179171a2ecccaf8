package vn.tiepdon.server.exchange.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tiepdon.server.exchange.FileBrokenException;
import vn.tiepdon.server.exchange.RecordSource;
import vn.tiepdon.server.exchange.SourceItem;

/**
 * What goes into one transaction.
 *
 * @param bytesRead of the file, with these
 * @param last nothing comes behind
 * @param broken why not, when the file cannot be read behind these
 */
record Batch<R>(List<SourceItem<R>> items, long bytesRead, boolean last, Optional<FileBrokenException> broken) {

    static <R> Batch<R> read(RecordSource<R> source, int atMost) {
        List<SourceItem<R>> items = new ArrayList<>();
        try {
            while (items.size() < atMost) {
                Optional<SourceItem<R>> next = source.next();
                if (next.isEmpty()) {
                    return new Batch<>(items, source.bytesRead(), true, Optional.empty());
                }
                items.add(next.get());
            }
            return new Batch<>(items, source.bytesRead(), false, Optional.empty());
        } catch (FileBrokenException broken) {
            return new Batch<>(items, source.bytesRead(), true, Optional.of(broken));
        }
    }

    List<Batch<R>> singly() {
        return items.stream()
                .map(it -> new Batch<>(List.of(it), bytesRead, last, broken))
                .toList();
    }
}
