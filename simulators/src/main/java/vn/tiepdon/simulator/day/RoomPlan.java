package vn.tiepdon.simulator.day;

import java.time.LocalTime;

/**
 * A room's day.
 *
 * @param examines whether a doctor works here; otherwise somebody who does one thing for everybody
 * @param opens when the doctor comes
 * @param minutes usual time of a patient in the room, by this doctor today
 * @param pauses when the doctor is called away; null when not
 * @param pauseMinutes for how long
 */
record RoomPlan(
        String room,
        String clinic,
        boolean examines,
        LocalTime opens,
        double minutes,
        LocalTime pauses,
        int pauseMinutes) {}
