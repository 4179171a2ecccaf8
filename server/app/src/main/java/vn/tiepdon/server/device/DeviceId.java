package vn.tiepdon.server.device;

/** A kiosk, screen, bridge or other system: a UUID as text, as the challenge to a card names it. */
public record DeviceId(String value) {}
