package vn.tiepdon.server.desk;

import org.springframework.ui.Model;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.staff.StaffMember;

/** What another feature shows of a patient on the desk's page, below the drugs; each bean of this type is asked. */
public interface PatientSection {

    /**
     * Puts what its template needs into the model.
     *
     * @return the fragment to show, such as {@code issuing/cards :: ofPatient}
     */
    String prepare(StaffMember staff, Patient patient, Model model);
}
