package vn.tiepdon.server.patient;

/** A number that is to name one patient names another already. */
public class IdentifierTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final IdentifierKind kind;

    IdentifierTakenException(IdentifierKind kind) {
        super(kind + " names another patient");
        this.kind = kind;
    }

    public IdentifierKind kind() {
        return kind;
    }
}
