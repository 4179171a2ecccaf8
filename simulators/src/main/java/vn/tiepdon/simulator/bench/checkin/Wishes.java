package vn.tiepdon.simulator.bench.checkin;

import java.util.List;
import java.util.UUID;

/**
 * Who goes where: each patient once to each clinic, because a patient has one open number for each clinic and day.
 * Neighbours in the row go to different clinics, so that all counters are asked for at once.
 *
 * @param clinics codes
 */
record Wishes(int patients, List<String> clinics) {

    /** How many there are before the first comes again. */
    int count() {
        return patients * clinics.size();
    }

    String clinic(int wish) {
        return clinics.get(wish % clinics.size());
    }

    /** Of the identification that {@link Identified} prepared for this one's patient. */
    UUID identification(int wish) {
        return identificationOf(1 + wish / clinics.size() % patients);
    }

    static UUID identificationOf(long patient) {
        return new UUID(0x4000, 0x8000_0000_0000_0000L | patient);
    }
}
