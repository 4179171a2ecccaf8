package vn.tiepdon.api.device;

import java.util.List;

/** @param clinics codes of the clinics a screen shows; empty for a kiosk */
public record NewDevice(DeviceKind kind, String name, List<String> clinics) {}
