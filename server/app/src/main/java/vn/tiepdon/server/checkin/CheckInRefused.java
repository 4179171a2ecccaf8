package vn.tiepdon.server.checkin;

import java.util.Optional;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** What a patient showed or chose leads to no number here; the code says why. */
public class CheckInRefused extends Refusal {

    private final transient Optional<CardContact> card;

    CheckInRefused(FaultCode code, String detail) {
        this(code, detail, Optional.empty());
    }

    /** @param card what is still to be done with the refused card */
    CheckInRefused(FaultCode code, String detail, Optional<CardContact> card) {
        super(code, detail);
        this.card = card;
    }

    @Override
    public Optional<CardContact> card() {
        return card;
    }
}
