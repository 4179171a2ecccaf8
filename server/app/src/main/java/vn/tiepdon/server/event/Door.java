package vn.tiepdon.server.event;

import vn.tiepdon.server.facility.RoomId;

/** @param code as on the door */
public record Door(RoomId id, String code) {}
