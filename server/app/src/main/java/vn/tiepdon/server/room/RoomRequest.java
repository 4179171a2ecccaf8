package vn.tiepdon.server.room;

import java.util.Locale;
import org.springframework.ui.ModelMap;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.staff.StaffMember;

/**
 * Who asks for what of which room; every act of the panel begins with one.
 *
 * @param source address the request came from
 * @param part whether the part that changes is enough, as for htmx
 * @param model of the page that answers
 */
record RoomRequest(StaffMember staff, Room room, String source, boolean part, Locale locale, ModelMap model) {

    FacilityId facility() {
        return staff.facility();
    }

    void show(String name, Object value) {
        model.addAttribute(name, value);
    }
}
