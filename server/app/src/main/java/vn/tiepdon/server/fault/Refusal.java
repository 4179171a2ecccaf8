package vn.tiepdon.server.fault;

import java.util.Optional;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.fault.FaultCode;

/**
 * The base of every refusal that has an entry in the catalogue. The detail goes to the log and must hold nothing of a
 * person; the caller sees only the catalogue's text.
 */
public abstract class Refusal extends RuntimeException {

    private final FaultCode code;

    protected Refusal(FaultCode code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    public FaultCode code() {
        return code;
    }

    /** What the device is still to do with the refused patient card. */
    public Optional<CardContact> card() {
        return Optional.empty();
    }
}
