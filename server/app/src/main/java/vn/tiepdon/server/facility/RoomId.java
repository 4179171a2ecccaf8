package vn.tiepdon.server.facility;

/** A room of one hospital. */
public record RoomId(int value) {}
