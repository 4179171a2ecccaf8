package vn.tiepdon.server.patient.merge;

/** Undoes what was done so far of a merge that cannot be. */
final class MergeRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final MergeOutcome.Reason reason;

    MergeRefusedException(MergeOutcome.Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    MergeOutcome.Reason reason() {
        return reason;
    }
}
