package vn.tiepdon.card.patientcard;

import java.time.LocalDate;

/** The card is not valid today: its time is over, or has not begun. */
public final class CardExpiredException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final LocalDate validFrom;
    private final LocalDate validTo;

    public CardExpiredException(LocalDate validFrom, LocalDate validTo) {
        super("the card is outside its validity");
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** @return the last valid day */
    public LocalDate validTo() {
        return validTo;
    }
}
