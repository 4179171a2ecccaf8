package vn.tiepdon.server.checkin;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** What a patient showed or chose leads to no number here; the code says why. */
public class CheckInRefused extends Refusal {

    CheckInRefused(FaultCode code, String detail) {
        super(code, detail);
    }
}
