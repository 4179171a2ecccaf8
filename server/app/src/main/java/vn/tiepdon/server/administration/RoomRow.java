package vn.tiepdon.server.administration;

import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.ClinicId;

/** @param code as on the door */
public record RoomRow(int id, String code, Text place, ClinicId clinic, boolean hidden) {}
