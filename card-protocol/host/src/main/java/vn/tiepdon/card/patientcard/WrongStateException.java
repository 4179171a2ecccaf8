package vn.tiepdon.card.patientcard;

/** The card does not do this in the state that it is in. */
public final class WrongStateException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final int instruction;

    /** @param instruction the INS byte of the refused command */
    public WrongStateException(int instruction) {
        super("INS %02X does not fit the card's state".formatted(instruction));
        this.instruction = instruction;
    }

    public int instruction() {
        return instruction;
    }
}
