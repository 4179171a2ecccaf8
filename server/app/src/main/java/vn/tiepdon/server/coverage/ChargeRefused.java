package vn.tiepdon.server.coverage;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** What another system told of a charge makes no record. */
class ChargeRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    ChargeRefused(FaultCode code) {
        super(code, "first charge");
    }
}
