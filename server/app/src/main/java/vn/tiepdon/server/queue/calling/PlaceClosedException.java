package vn.tiepdon.server.queue.calling;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.fault.Refusal;

/** Nobody is sent where nobody works now. */
public class PlaceClosedException extends Refusal {

    private final ClinicId clinic;

    PlaceClosedException(ClinicId clinic) {
        super(FaultCode.PLACE_CLOSED, "clinic " + clinic.value() + " is closed");
        this.clinic = clinic;
    }

    public ClinicId clinic() {
        return clinic;
    }
}
