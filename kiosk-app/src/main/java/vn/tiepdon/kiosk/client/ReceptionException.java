package vn.tiepdon.kiosk.client;

import java.util.Optional;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.fault.FaultCode;

/** The server refused, or did not answer in time. Its message holds nothing of a person. */
public final class ReceptionException extends RuntimeException {

    private final FaultCode fault;
    private final transient CardContact card;

    public ReceptionException(FaultCode fault) {
        this(fault, (CardContact) null);
    }

    /** @param card what is still to be done with the card that was refused, null when there is nothing */
    public ReceptionException(FaultCode fault, CardContact card) {
        super(fault.name());
        this.fault = fault;
        this.card = card;
    }

    public ReceptionException(FaultCode fault, Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
        this.card = null;
    }

    public FaultCode fault() {
        return fault;
    }

    public Optional<CardContact> card() {
        return Optional.ofNullable(card);
    }
}
