package vn.tiepdon.simulator.card.citizen;

/**
 * How a card differs from the usual one, which offers BAC and PACE (brainpoolP256r1, AES-128), reads of 223 bytes, a
 * JPEG photo, chip authentication with AES-128 and active authentication with ECDSA, and answers SELECT MF with 6D00.
 */
public enum Quirk {
    /** SELECT MF works, and paths that begin there, as Doc 9303 says they should. */
    KNOWS_MASTER_FILE,
    /** EF.CardAccess is found as long as the application is not selected, as Doc 9303 says, and after SELECT MF. */
    ACCESS_FILE_OUTSIDE_ONLY,
    /** No EF.CardAccess: BAC alone. */
    NO_PACE,
    /** BAC is switched off: PACE alone. */
    NO_BAC,
    PACE_P384,
    PACE_TRIPLE_DES,
    PACE_AES_192,
    PACE_AES_256,
    /** After 3 wrong passwords PACE and BAC answer 6985 until the card is powered up again. */
    SUSPENDS,
    /** Each wrong password makes the next attempt slower, by 20 steps of the crypto unit. */
    RETRY_DELAY,
    /** Never more than 100 bytes for one READ BINARY. */
    SHORT_READS,
    /** Extended APDUs are understood, up to 2,048 bytes for one READ BINARY. */
    EXTENDED_LENGTH,
    /** The photo is JPEG 2000. */
    JPEG_2000,
    NO_CHIP_AUTHENTICATION,
    CHIP_AUTHENTICATION_TRIPLE_DES,
    CHIP_AUTHENTICATION_AES_256,
    NO_ACTIVE_AUTHENTICATION,
    /** Active authentication with RSA and ISO/IEC 9796-2 instead of ECDSA. */
    ACTIVE_AUTHENTICATION_RSA,
    /** The chip's public keys have their curves written out instead of named. */
    EXPLICIT_CURVES,
    /** DG13 gives the chip's serial number as entry 15 and the old number as 16; sources disagree about the order. */
    OLD_NUMBER_LAST,
    /** Another card's data in a chip of one's own: everything is right but the chip's secret keys. */
    CLONED,
    /** One letter of the name in DG1 was changed after signing. */
    ALTERED_DG1,
    /** One letter of DG13 was changed after signing. */
    ALTERED_DG13
}
