package vn.tiepdon.server.facility;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** No hospital has this id. */
public class FacilityUnknownException extends Refusal {

    private final FacilityId facility;

    FacilityUnknownException(FacilityId facility) {
        super(FaultCode.NOT_FOUND, "facility " + facility.value());
        this.facility = facility;
    }

    public FacilityId facility() {
        return facility;
    }
}
