package vn.tiepdon.server.appointment;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tiepdon.server.desk.PatientSection;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;

/** When a patient is expected, on the page that shows the rest of the patient. */
@Component
@Order(10)
class AppointmentSection implements PatientSection {

    private final DeskViews views;

    AppointmentSection(DeskViews views) {
        this.views = views;
    }

    @Override
    public String prepare(StaffMember staff, Patient patient, Model model) {
        model.addAttribute("appointments", views.ahead(staff.facility(), patient.id()));
        model.addAttribute(
                "appointmentDesk",
                staff.roles().contains(Role.RECEPTION) || staff.roles().contains(Role.ADMIN));
        return "appointment/section :: appointments";
    }
}
