package vn.tiepdon.card.citizen.trust;

/** What a file or certificate of the store is good for, or why it is not. */
public enum CscaStanding {
    /** A self-signed certificate of Vietnam's authority. */
    ROOT,
    /** A certificate of Vietnam's authority that another of the store vouches for, from one key to the next. */
    LINK,
    /** The same certificate stands in the store already. */
    DUPLICATE,
    /** Neither a certificate nor a master list, or a broken one. */
    UNREADABLE,
    TOO_LARGE,
    /** The store holds as much as it takes. */
    TOO_MANY,
    /** Another country's: it vouches for none of Vietnam's cards. */
    OTHER_COUNTRY,
    /** Not the certificate of an authority. A document signer's comes with each card and is not wanted here. */
    NO_AUTHORITY,
    /** It names itself as its issuer, but its signature does not hold. */
    SIGNATURE_WRONG,
    /** A link certificate, but the one that vouches for it is not here. */
    ISSUER_MISSING;

    public boolean isUsable() {
        return this == ROOT || this == LINK;
    }
}
