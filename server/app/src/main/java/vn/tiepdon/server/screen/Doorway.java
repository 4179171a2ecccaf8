package vn.tiepdon.server.screen;

import vn.tiepdon.server.facility.Clinic;

/** What people are called into, as it is written and spoken. */
enum Doorway {
    /** Phòng khám. */
    CLINIC,
    /** Any other room: phòng. */
    ROOM,
    /** Quầy. */
    COUNTER;

    static Doorway of(Clinic clinic) {
        return switch (clinic.kind()) {
            case CLINIC -> CLINIC;
            case LABORATORY, IMAGING -> ROOM;
            case RECEPTION, CASHIER, PHARMACY -> COUNTER;
        };
    }
}
