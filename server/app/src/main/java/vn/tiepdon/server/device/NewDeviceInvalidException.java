package vn.tiepdon.server.device;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** A device cannot be made from what was asked for. */
class NewDeviceInvalidException extends Refusal {

    private final Reason reason;

    NewDeviceInvalidException(Reason reason) {
        super(FaultCode.REQUEST_INVALID, "new device: " + reason);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    enum Reason {
        KIND_MISSING,
        NAME_MISSING_OR_TOO_LONG,
        CLINIC_UNKNOWN,
        TOO_MANY_CLINICS,
        SCREEN_WITHOUT_CLINIC,
        CLINICS_WITHOUT_SCREEN
    }
}
