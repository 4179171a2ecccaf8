package vn.tiepdon.server.facility;

import java.util.List;
import java.util.Optional;
import vn.tiepdon.api.Text;

/**
 * A clinic as patients choose it.
 *
 * @param dailyQuota numbers that may be given on one business day
 * @param rooms by code
 */
public record Clinic(ClinicId id, String code, Text name, int dailyQuota, List<Room> rooms) {

    /** Where patients are sent before a room calls them. */
    public Optional<Room> firstRoom() {
        return rooms.stream().findFirst();
    }
}
