package vn.tiepdon.card.patientcard;

/** The role that this session was opened with may not do this. */
public final class NotAllowedException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final int instruction;

    /** @param instruction the INS byte of the refused command */
    public NotAllowedException(int instruction) {
        super("INS %02X is not this role's".formatted(instruction));
        this.instruction = instruction;
    }

    public int instruction() {
        return instruction;
    }
}
