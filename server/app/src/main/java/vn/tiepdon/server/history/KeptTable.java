package vn.tiepdon.server.history;

import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Where a part of patients' records is stored. */
interface KeptTable<T> {

    Kept<T> read(FacilityId facility, PatientId patient);

    /** @return false when somebody else was faster: then nothing is written */
    boolean write(FacilityId facility, PatientId patient, Kept<T> next);
}
