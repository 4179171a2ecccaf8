package vn.tiepdon.simulator.day;

import java.time.LocalTime;
import java.util.List;

/**
 * What one patient will do today, decided beforehand.
 *
 * @param patient hospital code
 * @param clinic where the number is taken
 * @param at the kiosk
 * @param appointment whether there is one, some minutes after coming
 * @param manner what happens at the first call
 * @param awayMinutes how long somebody who is not there stays away
 * @param trips where the doctor sends to, before the patient comes back
 * @param transfer the clinic that it should have been; null when it was right
 * @param onward whether cashier and pharmacy follow
 * @param lengths how long each time in a room is, over what is usual there
 */
record Coming(
        String patient,
        String clinic,
        LocalTime at,
        boolean appointment,
        Manner manner,
        int awayMinutes,
        List<String> trips,
        String transfer,
        boolean onward,
        List<Double> lengths) {

    /** Whether somebody is there when called. */
    enum Manner {
        WAITS,
        /** Is away for a while and comes back. */
        STRAYS,
        /** Has gone home without a word. */
        LEAVES
    }

    /** The same person, who has strayed enough for today. */
    Coming attentive() {
        return new Coming(
                patient, clinic, at, appointment, Manner.WAITS, awayMinutes, trips, transfer, onward, lengths);
    }
}
