package vn.tiepdon.server.coverage.record;

/** Why a certificate cannot be taken. */
public enum CertificateFault {
    /** No PKCS#12, or not with this password. */
    NOT_OPENED,
    /** No private key with a certificate in it. */
    NO_KEY,
    /** The key and the certificate do not belong together. */
    NOT_A_PAIR,
    /** Neither RSA of 2048 bits nor an elliptic curve of 256 at least. */
    WEAK,
    /** Made for something else than signing. */
    NOT_FOR_SIGNING,
    NOT_YET_VALID,
    EXPIRED
}
