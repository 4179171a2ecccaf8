package vn.tiepdon.server.handover;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** There is no such handover here, or its id belongs to another kiosk's. */
class HandoverRefused extends Refusal {

    HandoverRefused(FaultCode code, String detail) {
        super(code, detail);
    }
}
