package vn.tiepdon.server.checkin;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tiepdon.server.desk.PatientSection;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.queue.view.Queues;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;

/** Which numbers a patient holds today, and the way to another. */
@Component
@Order(1)
class NumberSection implements PatientSection {

    private final Queues queues;
    private final TicketSlips slips;
    private final Facilities facilities;
    private final HospitalClock clock;

    NumberSection(Queues queues, TicketSlips slips, Facilities facilities, HospitalClock clock) {
        this.queues = queues;
        this.slips = slips;
        this.facilities = facilities;
        this.clock = clock;
    }

    @Override
    public String prepare(StaffMember staff, Patient patient, Model model) {
        Facility facility = facilities.get(staff.facility());
        model.addAttribute(
                "numbers",
                queues.openOf(facility.id(), patient.id(), clock.today(facility)).stream()
                        .map(ticket -> slips.slip(facility, ticket))
                        .toList());
        model.addAttribute(
                "numberDesk",
                staff.roles().contains(Role.RECEPTION) || staff.roles().contains(Role.ADMIN));
        return "checkin/section :: numbers";
    }
}
