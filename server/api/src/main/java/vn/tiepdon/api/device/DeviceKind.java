package vn.tiepdon.api.device;

/** What stands there. */
public enum DeviceKind {
    KIOSK,
    SCREEN
}
