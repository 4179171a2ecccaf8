package vn.tiepdon.api.kiosk;

/** The Vietnamese form of address, by age and sex. */
public enum Address {
    /** Ông: a man of 50 or more. */
    ONG,
    /** Bà: a woman of 50 or more. */
    BA,
    /** Anh: a man of 16 to 49. */
    ANH,
    /** Chị: a woman of 16 to 49. */
    CHI,
    /** Cháu: a child under 16. */
    CHAU,
    /** Ông/bà: nothing is known. */
    ONG_BA
}
