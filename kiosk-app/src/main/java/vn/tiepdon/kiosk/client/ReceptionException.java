package vn.tiepdon.kiosk.client;

import java.util.Optional;
import java.util.UUID;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.fault.FaultCode;

/** The server refused, or did not answer in time. Its message holds nothing of a person. */
public final class ReceptionException extends RuntimeException {

    private final FaultCode fault;
    private final transient CardContact card;
    private final UUID unanswered;

    public ReceptionException(FaultCode fault) {
        this(fault, (CardContact) null);
    }

    /** @param card what is still to be done with the card that was refused, null when there is nothing */
    public ReceptionException(FaultCode fault, CardContact card) {
        super(fault.name());
        this.fault = fault;
        this.card = card;
        this.unanswered = null;
    }

    /** @param unanswered id of a check-in that may still be answered */
    ReceptionException(FaultCode fault, UUID unanswered) {
        super(fault.name());
        this.fault = fault;
        this.card = null;
        this.unanswered = unanswered;
    }

    public ReceptionException(FaultCode fault, Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
        this.card = null;
        this.unanswered = null;
    }

    public FaultCode fault() {
        return fault;
    }

    /** The check-in that was sent, goes on being sent, and has no answer. */
    public Optional<UUID> unanswered() {
        return Optional.ofNullable(unanswered);
    }

    public Optional<CardContact> card() {
        return Optional.ofNullable(card);
    }
}
