package vn.tiepdon.api.device;

/** @param token the device's secret from now on; told once, kept hashed by the server */
public record EnrolmentGrant(String deviceId, String name, DeviceKind kind, String token) {

    @Override
    public String toString() {
        return "EnrolmentGrant[" + deviceId + "]";
    }
}
