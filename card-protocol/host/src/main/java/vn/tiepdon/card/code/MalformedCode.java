package vn.tiepdon.card.code;

import vn.tiepdon.card.code.CodeResult.Malformed;

/** Carries a reason out of the parsers of single codes; {@link CodeParser} makes a result of it. */
final class MalformedCode extends Exception {

    private static final long serialVersionUID = 1L;

    private final Malformed.Reason reason;

    MalformedCode(Malformed.Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Malformed.Reason reason() {
        return reason;
    }
}
