package vn.tiepdon.card.citizen;

/** Hears how a reading goes on; called on the reader's thread, must not block. */
@FunctionalInterface
public interface ReadingProgress {

    /** @param done bytes of files read so far, never more than {@code total}, which is an estimate at first */
    void read(int done, int total);
}
