package vn.tiepdon.card.patientcard;

import vn.tiepdon.card.transport.StatusWord;

/** The card refused a command in a way that the protocol does not foresee. */
public final class UnexpectedStatusException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final int instruction;
    private final transient StatusWord status;

    /** @param instruction the INS byte of the refused command */
    public UnexpectedStatusException(int instruction, StatusWord status) {
        super("INS %02X answered %s".formatted(instruction, status));
        this.instruction = instruction;
        this.status = status;
    }

    public int instruction() {
        return instruction;
    }

    public StatusWord status() {
        return status;
    }
}
