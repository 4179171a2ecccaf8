package vn.tiepdon.server.issuing;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tiepdon.server.desk.PatientSection;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;

/** How a patient's card stands, on the page that shows the rest of the patient. */
@Component
class PatientCardSection implements PatientSection {

    private final CardViews views;
    private final Facilities facilities;

    PatientCardSection(CardViews views, Facilities facilities) {
        this.views = views;
        this.facilities = facilities;
    }

    @Override
    public String prepare(StaffMember staff, Patient patient, Model model) {
        model.addAttribute(
                "cardView", views.of(facilities.get(staff.facility()), patient, LocaleContextHolder.getLocale()));
        model.addAttribute(
                "cardDesk",
                staff.roles().contains(Role.RECEPTION) || staff.roles().contains(Role.ADMIN));
        return "desk/cards/summary :: summary";
    }
}
