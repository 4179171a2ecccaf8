package vn.tiepdon.api.fault;

/**
 * Everything that can go wrong, named once for kiosk, desk and server. The texts for patient, reception and technician
 * stand in {@code faults_vi.properties} and {@code faults_en.properties}; see {@link FaultCatalogue}.
 */
public enum FaultCode {
    CARD_UNREADABLE("C01"),
    CARD_UNKNOWN("C02"),
    CARD_OF_OTHER_HOSPITAL("C03"),
    CARD_SIGNATURE_INVALID("C04"),
    CARD_REMOVED("C05"),
    CARD_LEFT_IN_READER("C06"),
    CARD_BLOCKED("C07"),
    CARD_EXPIRED("C08"),
    CARD_COPY_SUSPECTED("C09"),
    CARD_LAYOUT_UNKNOWN("C10"),
    CARD_NOT_PERSONALISED("C11"),
    CARD_KEYS_WRONG("C12"),
    CARD_KEYS_UNKNOWN("C13"),
    CARD_CONTACT_UNKNOWN("C14"),
    CARD_CONTACT_EXPIRED("C15"),
    CARD_KEYS_NOT_EXPORTABLE("C16"),
    CARD_MESSAGING_BROKEN("C17"),
    CARD_TRIES_USED_UP("C18"),
    CARD_WRITING_REFUSED("C19"),
    READER_MISSING("C20"),
    READER_SERVICE_DOWN("C21"),
    BLOCK_LIST_OLD("C22"),

    CARD_ORDER_UNKNOWN("K01"),
    CARD_ORDER_EXPIRED("K02"),
    CARD_ORDER_CONFLICT("K03"),
    CARD_NOT_BLANK("K04"),
    CARD_BLANK_UNKNOWN("K05"),
    CARD_OF_OTHER_PATIENT("K06"),
    CARD_IN_FORCE("K07"),
    CARD_MISSING("K08"),
    CARD_DATA_TOO_LONG("K09"),
    BRIDGE_UNREACHABLE("K20"),

    CHIP_KEY_WRONG("D01"),
    CHIP_UNREADABLE("D02"),
    CHIP_FOREIGN("D03"),
    CHIP_ALTERED("D04"),
    CHIP_COPY_SUSPECTED("D05"),
    CHIP_UNSUPPORTED("D06"),
    CHIP_OF_OTHER_PERSON("D07"),
    CHIP_EXPIRED("D08"),
    CHIP_CONSENT_MISSING("D09"),
    MRZ_INVALID("D10"),

    CODE_UNREADABLE("Q01"),
    CODE_INCOMPLETE("Q02"),
    CODE_TOO_LONG("Q03"),
    CODE_UNSUPPORTED("Q04"),
    NUMBER_INVALID("Q05"),
    CODE_OF_OTHER_HOSPITAL("Q06"),
    SCANNER_MISSING("Q20"),

    PATIENT_UNKNOWN("P01"),
    PATIENT_AMBIGUOUS("P02"),
    IDENTITY_MISMATCH("P03"),

    CLINIC_CLOSED("N01"),
    CLINIC_FULL("N02"),
    CLINIC_UNKNOWN("N03"),
    NO_CLINIC_OPEN("N04"),
    IDENTIFICATION_EXPIRED("N05"),
    CHECK_IN_CONFLICT("N06"),
    TICKET_NOT_OPEN("N07"),
    APPOINTMENT_UNKNOWN("N08"),

    SERVER_UNREACHABLE("S01"),
    SERVER_SLOW("S02"),
    SERVER_FAULT("S03"),
    DEVICE_NOT_ENROLLED("S04"),
    REQUEST_INVALID("S05"),
    NOT_ALLOWED("S06"),
    CLOCK_WRONG("S07"),
    NOT_FOUND("S08"),
    SERVER_BUSY("S09"),

    PRINTER_OUT_OF_PAPER("I01"),
    PRINTER_UNREACHABLE("I02"),
    PRINTER_COVER_OPEN("I03"),
    PRINTER_FAULT("I04"),

    TICKET_TRANSITION_ILLEGAL("H01"),
    NOBODY_WAITING("H02"),
    ROOM_UNKNOWN("H03"),
    ROOM_NOBODY_CALLED("H04");

    private final String mark;

    FaultCode(String mark) {
        this.mark = mark;
    }

    /** The short mark in the corner of a screen, for the technician. */
    public String mark() {
        return mark;
    }
}
