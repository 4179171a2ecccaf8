package vn.tiepdon.server.exchange;

/** A record cannot be imported; the file goes on behind it. */
public class RefusedException extends Exception {

    private final Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.reason() + refusal.field().map(it -> " " + it).orElse(""));
        this.refusal = refusal;
    }

    public RefusedException(RefusalReason reason, String field) {
        this(Refusal.of(reason, field));
    }

    public Refusal refusal() {
        return refusal;
    }
}
