package vn.tiepdon.server.device;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** A device's report lacks something or is too long. */
class HealthReportInvalidException extends Refusal {

    private final DeviceId device;

    HealthReportInvalidException(DeviceId device) {
        super(FaultCode.REQUEST_INVALID, "health report of " + device.value());
        this.device = device;
    }

    DeviceId device() {
        return device;
    }
}
