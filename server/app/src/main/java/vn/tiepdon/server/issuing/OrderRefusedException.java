package vn.tiepdon.server.issuing;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** Something about a card that cannot be done, or not now. */
class OrderRefusedException extends Refusal {

    /** @param detail for the log; internal ids at most */
    OrderRefusedException(FaultCode code, String detail) {
        super(code, detail);
    }
}
