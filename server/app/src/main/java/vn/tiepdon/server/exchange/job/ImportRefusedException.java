package vn.tiepdon.server.exchange.job;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** A file is not taken, or there is no such job. */
public class ImportRefusedException extends Refusal {

    ImportRefusedException(FaultCode code, String detail) {
        super(code, detail);
    }
}
