package vn.tiepdon.api.kiosk;

/** ISO/IEC 5218, without "not applicable". */
public enum Sex {
    UNKNOWN,
    MALE,
    FEMALE
}
