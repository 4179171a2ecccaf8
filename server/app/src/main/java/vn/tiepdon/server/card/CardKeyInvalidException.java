package vn.tiepdon.server.card;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** A new card's public key is no point on P-256. */
class CardKeyInvalidException extends Refusal {

    private final int length;

    CardKeyInvalidException(int length) {
        super(FaultCode.REQUEST_INVALID, "card key of " + length + " bytes");
        this.length = length;
    }

    int length() {
        return length;
    }
}
