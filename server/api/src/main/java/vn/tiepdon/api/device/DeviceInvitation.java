package vn.tiepdon.api.device;

import java.time.Instant;

/** @param enrolmentCode good once, until {@code expires} */
public record DeviceInvitation(String deviceId, String enrolmentCode, Instant expires) {

    @Override
    public String toString() {
        return "DeviceInvitation[" + deviceId + "]";
    }
}
