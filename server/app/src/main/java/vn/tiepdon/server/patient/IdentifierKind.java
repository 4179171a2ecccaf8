package vn.tiepdon.server.patient;

/** What a number names. */
public enum IdentifierKind {
    /** Số định danh cá nhân: 12 digits. */
    NATIONAL,
    /** Số CMND: 9 digits. */
    OLD_NATIONAL,
    /** Mã số BHXH: the last 10 digits of a health insurance card's number. */
    INSURANCE,
    /** Mã người bệnh: the hospital's own, {@code BN000001}. */
    HOSPITAL
}
