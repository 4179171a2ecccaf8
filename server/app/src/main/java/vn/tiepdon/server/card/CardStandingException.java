package vn.tiepdon.server.card;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** A card cannot be blocked, unblocked or ended as it stands. */
public class CardStandingException extends Refusal {

    CardStandingException(FaultCode code, String detail) {
        super(code, detail);
    }
}
