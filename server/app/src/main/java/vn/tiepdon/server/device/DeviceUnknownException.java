package vn.tiepdon.server.device;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** The hospital has no such device. */
class DeviceUnknownException extends Refusal {

    private final DeviceId device;

    DeviceUnknownException(DeviceId device) {
        super(FaultCode.NOT_FOUND, "device");
        this.device = device;
    }

    DeviceId device() {
        return device;
    }
}
