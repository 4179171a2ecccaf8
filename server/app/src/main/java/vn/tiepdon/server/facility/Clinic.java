package vn.tiepdon.server.facility;

import java.util.List;
import java.util.Optional;
import vn.tiepdon.api.Text;

/**
 * A clinic as patients choose it, or another place with a queue that they are sent to.
 *
 * @param dailyQuota numbers that may be given on one business day
 * @param mark one or two letters before its numbers, unique in the hospital
 * @param rooms by code
 */
public record Clinic(
        ClinicId id, String code, Text name, int dailyQuota, ClinicKind kind, Optional<String> mark, List<Room> rooms) {

    /** Where doctors see patients, with numbers without letters. */
    public Clinic(ClinicId id, String code, Text name, int dailyQuota, List<Room> rooms) {
        this(id, code, name, dailyQuota, ClinicKind.CLINIC, Optional.empty(), rooms);
    }

    /** Where patients are sent before a room calls them. */
    public Optional<Room> firstRoom() {
        return rooms.stream().findFirst();
    }

    /** Whether doctors see patients here: nothing else is offered at a kiosk or booked. */
    public boolean examines() {
        return kind == ClinicKind.CLINIC;
    }
}
