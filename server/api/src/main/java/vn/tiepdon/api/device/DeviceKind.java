package vn.tiepdon.api.device;

/** What stands there. */
public enum DeviceKind {
    KIOSK,
    SCREEN,
    /** The desk's own small program beside its card reader. */
    BRIDGE,
    /** Another computer system of the hospital: its records, its laboratory. */
    SYSTEM
}
