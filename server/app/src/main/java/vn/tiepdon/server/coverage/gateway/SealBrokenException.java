package vn.tiepdon.server.coverage.gateway;

/** What was sealed does not open: the key in insurance.p12 is not the one it was sealed with. */
public class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBrokenException(Exception cause) {
        super("insurance.p12 does not open what the database holds: restore it from the backup", cause);
    }
}
