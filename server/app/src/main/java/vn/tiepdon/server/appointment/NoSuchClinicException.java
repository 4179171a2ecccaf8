package vn.tiepdon.server.appointment;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.fault.Refusal;

/** The hospital has no clinic of this code. */
class NoSuchClinicException extends Refusal {

    private final FacilityId facility;

    NoSuchClinicException(FacilityId facility) {
        super(FaultCode.NOT_FOUND, "clinic of facility " + facility.value());
        this.facility = facility;
    }

    FacilityId facility() {
        return facility;
    }
}
