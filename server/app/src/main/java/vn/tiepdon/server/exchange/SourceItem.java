package vn.tiepdon.server.exchange;

import java.util.List;
import java.util.Optional;

/** The next thing that a file holds. */
public sealed interface SourceItem<R> {

    int LONGEST_SOURCE = 100;

    /** Where it begins; counts from 1. */
    long line();

    /** What the other system calls it (MA_LK). */
    Optional<String> sourceId();

    /**
     * A record that can be imported, as far as the file alone tells.
     *
     * @param setAside names of parts that are known and not interpreted, one entry for each
     */
    record Read<R>(long line, Optional<String> sourceId, R content, List<String> setAside) implements SourceItem<R> {

        @Override
        public String toString() {
            return "Read[line " + line + "]";
        }
    }

    /** A record that cannot. */
    record Refused<R>(long line, Optional<String> sourceId, Refusal refusal) implements SourceItem<R> {

        /** An id that is too long to be kept is cut: it only helps to find the record. */
        public Refused {
            sourceId = sourceId.map(it -> it.length() <= LONGEST_SOURCE ? it : it.substring(0, LONGEST_SOURCE));
        }
    }
}
