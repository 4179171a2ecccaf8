package vn.tiepdon.api.kiosk;

/** How long somebody will still wait in most cases, in minutes. */
public record Wait(int from, int to) {}
