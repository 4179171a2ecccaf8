package vn.tiepdon.server.card.contact;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** A card's answer opens no session; the code says why. */
public class CardSessionRefusedException extends Refusal {

    CardSessionRefusedException(FaultCode code, String detail) {
        super(code, detail);
    }
}
