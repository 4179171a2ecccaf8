package vn.tiepdon.simulator.scanner;

import java.io.IOException;

/** There is no pair of pseudo terminals without socat. */
public final class SocatMissingException extends IOException {

    private static final long serialVersionUID = 1L;

    SocatMissingException(IOException cause) {
        super("socat does not start; install the package socat", cause);
    }
}
