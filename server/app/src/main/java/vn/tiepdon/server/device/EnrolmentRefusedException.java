package vn.tiepdon.server.device;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** The code is wrong, used or too old, or too many were wrong lately. The caller is not told which. */
class EnrolmentRefusedException extends Refusal {

    private final String reason;

    EnrolmentRefusedException(String reason) {
        super(FaultCode.DEVICE_NOT_ENROLLED, reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
