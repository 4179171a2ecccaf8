package vn.tiepdon.server.device;

/** A device has lost its token or got another one. */
record DeviceChanged(DeviceId id) {}
