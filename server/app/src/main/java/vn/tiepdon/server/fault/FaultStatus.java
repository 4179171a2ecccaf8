package vn.tiepdon.server.fault;

import vn.tiepdon.api.fault.FaultCode;

/** The HTTP status that goes with a fault. */
final class FaultStatus {

    private FaultStatus() {}

    static int of(FaultCode code) {
        return switch (code) {
            case REQUEST_INVALID,
                    NUMBER_INVALID,
                    CODE_UNREADABLE,
                    CODE_INCOMPLETE,
                    CODE_UNSUPPORTED,
                    IMPORT_FORMAT_UNKNOWN -> 400;
            case DEVICE_NOT_ENROLLED -> 401;
            case NOT_ALLOWED -> 403;
            case NOT_FOUND,
                    PATIENT_UNKNOWN,
                    CLINIC_UNKNOWN,
                    ROOM_UNKNOWN,
                    APPOINTMENT_UNKNOWN,
                    CARD_UNKNOWN,
                    CARD_CONTACT_UNKNOWN,
                    CARD_ORDER_UNKNOWN,
                    CARD_MISSING -> 404;
            case CODE_TOO_LONG, IMPORT_TOO_LARGE -> 413;
            case SERVER_FAULT -> 500;
            case SERVER_BUSY, SERVER_UNREACHABLE -> 503;
            case SERVER_SLOW -> 504;
            case IMPORT_NO_ROOM -> 507;
            case IMPORT_TOO_MANY,
                    CHECK_IN_CONFLICT,
                    CARD_CONTACT_EXPIRED,
                    CARD_KEYS_NOT_EXPORTABLE,
                    CARD_ORDER_EXPIRED,
                    CARD_ORDER_CONFLICT,
                    CARD_IN_FORCE,
                    CLINIC_CLOSED,
                    CLINIC_FULL,
                    NO_CLINIC_OPEN,
                    IDENTIFICATION_EXPIRED,
                    TICKET_NOT_OPEN,
                    APPOINTMENT_NOT_TODAY,
                    TICKET_TRANSITION_ILLEGAL,
                    NOBODY_WAITING,
                    ROOM_NOBODY_CALLED -> 409;
            default -> 422;
        };
    }
}
