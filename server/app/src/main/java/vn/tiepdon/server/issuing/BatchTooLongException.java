package vn.tiepdon.server.issuing;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** More patients were named than one batch takes. */
class BatchTooLongException extends Refusal {

    private final int codes;

    BatchTooLongException(int codes) {
        super(FaultCode.REQUEST_INVALID, "a batch of " + codes);
        this.codes = codes;
    }

    int codes() {
        return codes;
    }
}
