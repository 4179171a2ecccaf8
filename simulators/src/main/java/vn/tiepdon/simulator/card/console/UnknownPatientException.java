package vn.tiepdon.simulator.card.console;

/** The server knows nobody with this hospital code. */
final class UnknownPatientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownPatientException(String hospitalCode) {
        super("no patient has the code " + hospitalCode);
    }
}
