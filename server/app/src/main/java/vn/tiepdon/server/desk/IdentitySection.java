package vn.tiepdon.server.desk;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PossibleDuplicates;
import vn.tiepdon.server.patient.PossiblePair;
import vn.tiepdon.server.patient.merge.PatientMerges;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;

/** All numbers of a patient, who was merged into them, and who else they may be. */
@Component
@Order(100)
class IdentitySection implements PatientSection {

    private final PatientDirectory directory;
    private final PossibleDuplicates duplicates;
    private final PatientMerges merges;

    IdentitySection(PatientDirectory directory, PossibleDuplicates duplicates, PatientMerges merges) {
        this.directory = directory;
        this.duplicates = duplicates;
        this.merges = merges;
    }

    @Override
    public String prepare(StaffMember staff, Patient patient, Model model) {
        model.addAttribute(
                "identity",
                directory.details(staff.facility(), List.of(patient.id())).get(0));
        model.addAttribute("merged", merges.into(staff.facility(), patient.id()));
        model.addAttribute(
                "alike",
                duplicates.of(staff.facility(), patient.id()).stream()
                        .map(pair -> other(pair, patient))
                        .filter(one -> one.hospitalCode() != null)
                        .toList());
        model.addAttribute(
                "identityDesk",
                staff.roles().contains(Role.RECEPTION) || staff.roles().contains(Role.ADMIN));
        return "desk/identity :: identity";
    }

    private static Patient other(PossiblePair pair, Patient patient) {
        PatientDetails first = pair.first();
        return first.patient().id().equals(patient.id()) ? pair.second().patient() : first.patient();
    }
}
