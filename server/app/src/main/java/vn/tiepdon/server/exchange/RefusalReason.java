package vn.tiepdon.server.exchange;

/** Why a record, or the rest of a file, was not imported. The texts stand in {@code messages/exchange.properties}. */
public enum RefusalReason {
    /** The file is not what it says to be: not well-formed, cut off, or of no known kind. */
    FILE_BROKEN,
    /** Its letters are not in the encoding that it declares, or in none that is read. */
    ENCODING_WRONG,
    /** Longer than anything that is read. */
    TOO_LARGE,
    /** A part that must be there is not. */
    PART_MISSING,
    /** A part that may be there once is there twice. */
    PART_TWICE,
    /** A part is no base64. */
    NOT_BASE64,
    /** A part cannot be read. */
    PART_BROKEN,
    /** A part belongs to another record. */
    PART_OF_OTHER,
    FIELD_MISSING,
    FIELD_TOO_LONG,
    /** No such day, or one that cannot be. */
    DATE_INVALID,
    NUMBER_INVALID,
    /** A code that its list does not have. */
    CODE_UNKNOWN,
    /** Not of the form of ICD-10. */
    DIAGNOSIS_INVALID,
    /** Refers to something that is not there. */
    REFERENCE_DANGLING,
    /** Its numbers belong to different patients, or to somebody with another name. */
    PATIENT_CONFLICT,
    /** The database would not have it. */
    NOT_STORABLE,
    /** So many were refused that the rest was not tried. */
    TOO_MANY_REFUSED
}
