package vn.tiepdon.server.room;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** No such visit, or none for this reader. */
final class VisitUnknownException extends Refusal {

    VisitUnknownException(long visit) {
        super(FaultCode.NOT_FOUND, "visit " + visit);
    }
}
