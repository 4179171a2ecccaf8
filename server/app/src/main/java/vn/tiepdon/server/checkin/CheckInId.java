package vn.tiepdon.server.checkin;

import java.util.UUID;

/** The kiosk's own id of one check-in: it is sent again until it is answered. */
record CheckInId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
