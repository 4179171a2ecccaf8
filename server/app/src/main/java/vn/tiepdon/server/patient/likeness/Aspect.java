package vn.tiepdon.server.patient.likeness;

/** What two entries are compared by. */
public enum Aspect {
    NAME,
    BIRTH_DATE,
    SEX,
    NATIONAL,
    OLD_NATIONAL,
    INSURANCE,
    PASSPORT,
    TELEPHONE
}
