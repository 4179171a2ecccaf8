package vn.tiepdon.card.citizen.trust;

/** What passive authentication (ICAO Doc 9303 part 11, 5) can say of data that are whole. */
public sealed interface Authenticity {

    /**
     * Signed by a document signer whose certificate leads to a CSCA that this house trusts.
     *
     * @param issuer the CSCA's subject, for the record
     */
    record Proven(String issuer) implements Authenticity {}

    /** Whole and signed, but by somebody whom no CSCA of this house vouches for: read, not proven. */
    record NotProven(Reason reason) implements Authenticity {}

    enum Reason {
        /** No CSCA at all is installed. */
        NO_CSCA,
        /** None of the installed ones issued the signer's certificate, or not for signing cards. */
        ISSUER_UNKNOWN,
        /** The CSCA or the signer's certificate was not valid when the card was signed. */
        CERTIFICATE_EXPIRED
    }
}
