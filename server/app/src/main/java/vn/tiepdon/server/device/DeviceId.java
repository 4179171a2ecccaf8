package vn.tiepdon.server.device;

/** A kiosk, screen or bridge: a UUID as text, as the challenge to a card names it. */
public record DeviceId(String value) {}
