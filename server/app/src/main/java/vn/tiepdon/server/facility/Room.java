package vn.tiepdon.server.facility;

import vn.tiepdon.api.Text;

/** @param code as on the door */
public record Room(RoomId id, ClinicId clinic, String code, Text place) {}
