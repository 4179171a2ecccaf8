package vn.tiepdon.server.patient;

import java.util.List;
import org.springframework.stereotype.Service;
import vn.tiepdon.server.facility.FacilityId;

/** The way in for people and for what changes about them; each change is on record. */
@Service
public class PatientRegister {

    /**
     * Enters somebody whom nobody looked for. A hospital code is given when none came along.
     *
     * @param by login or device id
     * @throws IdentifierTakenException when a number names another patient
     */
    public PatientId register(FacilityId facility, NewPatient person, String by) {
        throw new UnsupportedOperationException();
    }

    /**
     * Finds or registers, in the caller's transaction and a handful of queries for each 500.
     *
     * @return one for each person, in their order
     */
    public List<Resolution> resolve(FacilityId facility, List<NewPatient> people, String by) {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws PatientNotFoundException when there is no such patient, or not any more
     * @throws IdentifierTakenException when a number names another patient
     */
    public void amend(FacilityId facility, PatientId patient, PatientChange change, String by) {
        throw new UnsupportedOperationException();
    }
}
