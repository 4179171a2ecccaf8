package vn.tiepdon.server.checkin;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** The rounds before this one took too long; under the same id it may be asked again. */
class LineTooLongException extends Refusal {

    LineTooLongException() {
        super(FaultCode.SERVER_BUSY, "the line is too long");
    }
}
