package vn.tiepdon.server.checkin;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.fault.Refusal;

/** A ticket of a clinic that the hospital no longer lists. */
public class ClinicUnknownException extends Refusal {

    private final ClinicId clinic;

    ClinicUnknownException(ClinicId clinic) {
        super(FaultCode.CLINIC_UNKNOWN, "clinic " + clinic.value());
        this.clinic = clinic;
    }

    public ClinicId clinic() {
        return clinic;
    }
}
