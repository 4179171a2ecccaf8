package vn.tiepdon.server.device;

import java.util.List;

/** A device as it is to be from now on; {@code name} as it was typed. */
record DeviceWish(String name, List<String> clinics, ScreenLook look) {}
