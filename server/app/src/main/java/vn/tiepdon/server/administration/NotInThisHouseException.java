package vn.tiepdon.server.administration;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** The hospital has no such clinic or room. */
class NotInThisHouseException extends Refusal {

    private final String what;

    NotInThisHouseException(String what) {
        super(FaultCode.NOT_FOUND, what);
        this.what = what;
    }

    String what() {
        return what;
    }
}
