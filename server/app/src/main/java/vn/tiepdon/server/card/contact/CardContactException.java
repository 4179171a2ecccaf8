package vn.tiepdon.server.card.contact;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** A report that says nothing this server can use. */
public class CardContactException extends Refusal {

    CardContactException(FaultCode code, String detail) {
        super(code, detail);
    }
}
