package vn.tiepdon.server.card;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** No keys for a station: the code says why. */
public class StationKeysRefusedException extends Refusal {

    StationKeysRefusedException(FaultCode code, String detail) {
        super(code, detail);
    }
}
