package vn.tiepdon.server.exchange.hl7;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** A message is not carried out; nothing of it is. */
final class Hl7Refused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final boolean rejected;
    private final ErrorCode error;
    private final String location;

    private Hl7Refused(boolean rejected, ErrorCode error, FaultCode code, String location) {
        super(code, location);
        this.rejected = rejected;
        this.error = error;
        this.location = location;
    }

    /** The message is not understood or not wanted, whatever it says (AR). */
    static Hl7Refused rejected(ErrorCode error, FaultCode code, String location) {
        return new Hl7Refused(true, error, code, location);
    }

    /** What it asks for cannot be done (AE). */
    static Hl7Refused failed(ErrorCode error, FaultCode code, String location) {
        return new Hl7Refused(false, error, code, location);
    }

    boolean isRejection() {
        return rejected;
    }

    ErrorCode error() {
        return error;
    }

    /** {@code PID^1^3}: segment, which of them, field; never what stands there. */
    String location() {
        return location;
    }
}
