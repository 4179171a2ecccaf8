package vn.tiepdon.server.room;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.history.DiagnosisCatalogue;
import vn.tiepdon.server.staff.StaffMember;

/** The panel as it is shown: whole, or to htmx the part that changes. */
@Component
class RoomPages {

    private static final String PAGE = "room/room";
    private static final String PANEL = "room/panel :: panel";

    private final Facilities facilities;
    private final Panels panels;
    private final EventLog events;
    private final DiagnosisCatalogue catalogue;

    RoomPages(Facilities facilities, Panels panels, EventLog events, DiagnosisCatalogue catalogue) {
        this.facilities = facilities;
        this.panels = panels;
        this.events = events;
        this.catalogue = catalogue;
    }

    String page(StaffMember staff, Room room, ModelMap model) {
        model.addAttribute("known", catalogue.shipped());
        return show(PAGE, staff, room, model);
    }

    String panel(StaffMember staff, Room room, ModelMap model) {
        return show(PANEL, staff, room, model);
    }

    /**
     * Does something and shows what has become of it. A refused act is answered with the truth and a sentence: the panel
     * must never be left stale.
     *
     * @param act answers what to tell the staff; null when there is nothing to tell
     */
    String answer(RoomRequest at, Supplier<FaultCode> act) {
        FaultCode refused = attempt(act);
        if (refused != null) {
            at.show("told", FaultCatalogue.shipped().of(refused).reception().in(at.locale()));
        }
        return at.part() ? panel(at.staff(), at.room(), at.model()) : page(at.staff(), at.room(), at.model());
    }

    Room room(StaffMember staff, String code) {
        return facilities.room(staff.facility(), code).orElseThrow(() -> new RoomUnknownException(code));
    }

    private static FaultCode attempt(Supplier<FaultCode> act) {
        try {
            return act.get();
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    private String show(String view, StaffMember staff, Room room, ModelMap model) {
        model.addAttribute("after", events.head(staff.facility()));
        model.addAttribute("facility", facilities.get(staff.facility()));
        model.addAttribute("room", room);
        model.addAttribute(
                "clinic", facilities.clinic(staff.facility(), room.clinic()).orElseThrow());
        model.addAttribute("panel", panels.of(staff.facility(), room));
        return view;
    }
}
