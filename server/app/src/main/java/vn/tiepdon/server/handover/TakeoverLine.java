package vn.tiepdon.server.handover;

import java.time.OffsetDateTime;
import vn.tiepdon.api.Text;

/**
 * Somebody to take care of, as the desk sees it.
 *
 * @param minutes since the kiosk said so
 * @param kiosk where the patient stands
 * @param reason what reception should do; null when the patient asked for somebody
 * @param mark for the technician, null when nothing is wrong
 * @param name null when nobody knows who it is
 * @param code the hospital's own of the patient, null when there is none
 * @param clinic what had been chosen, null when nothing
 * @param number that the check-in has got after all, null when none
 * @param takenBy a colleague's name, null when nobody takes care of it yet
 */
record TakeoverLine(
        String id,
        int version,
        OffsetDateTime at,
        long minutes,
        String kiosk,
        Text reason,
        String mark,
        String step,
        String name,
        String code,
        Text clinic,
        String number,
        String takenBy,
        boolean mine) {

    @Override
    public String toString() {
        return "TakeoverLine[" + id + "]";
    }
}
