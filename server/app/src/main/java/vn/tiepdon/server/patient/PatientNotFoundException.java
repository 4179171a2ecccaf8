package vn.tiepdon.server.patient;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.fault.Refusal;

/** The hospital knows no such patient. Who was asked for stays out of the log. */
public class PatientNotFoundException extends Refusal {

    private final FacilityId facility;

    public PatientNotFoundException(FacilityId facility) {
        super(FaultCode.PATIENT_UNKNOWN, "in facility " + facility.value());
        this.facility = facility;
    }

    public FacilityId facility() {
        return facility;
    }
}
