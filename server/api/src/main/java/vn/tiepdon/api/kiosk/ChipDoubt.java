package vn.tiepdon.api.kiosk;

/** Why the chip of an ID card was read well and yet proves nobody. */
public enum ChipDoubt {
    /** The house has no certificate (CSCA) to check the card with. */
    NO_CSCA,
    /** None of the house's certificates stands behind whoever signed the card. */
    ISSUER_UNKNOWN,
    /** A certificate was not valid when the card was signed. */
    CERTIFICATE_EXPIRED,
    /** Signed by Vietnam, but the chip has nothing to show that it is no copy. */
    COPY_NOT_EXCLUDED
}
