package vn.tiepdon.server.coverage.record;

/** There is nothing to sign with, or it does not sign. */
class NoCertificateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoCertificateException() {
        super("no insurance-signing.p12 and no token");
    }

    NoCertificateException(Exception cause) {
        super("the certificate does not sign", cause);
    }
}
