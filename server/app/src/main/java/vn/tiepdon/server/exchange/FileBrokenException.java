package vn.tiepdon.server.exchange;

/** A file cannot be read from a line on; what stood before it is imported. */
public class FileBrokenException extends Exception {

    private final Refusal refusal;
    private final long line;

    public FileBrokenException(long line, Refusal refusal) {
        super(refusal.reason() + " at line " + line);
        this.line = line;
        this.refusal = refusal;
    }

    public FileBrokenException(long line, RefusalReason reason) {
        this(line, Refusal.of(reason));
    }

    /** Counts from 1. */
    public long line() {
        return line;
    }

    public Refusal refusal() {
        return refusal;
    }
}
