package vn.tiepdon.server.appointment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The slots that follow from a clinic's schedules. Two schedules with one slot add up their places. */
record SlotPlan(List<Schedule> schedules, Predicate<LocalDate> open) {

    /** Places by slot. */
    SortedMap<LocalTime, Integer> on(LocalDate day) {
        SortedMap<LocalTime, Integer> places = new TreeMap<>();
        if (open.test(day)) {
            schedules.forEach(schedule ->
                    schedule.startsOn(day).forEach(starts -> places.merge(starts, schedule.places(), Integer::sum)));
        }
        return places;
    }

    /** None when there is no such slot. */
    int places(Slot slot) {
        return on(slot.day()).getOrDefault(slot.starts(), 0);
    }
}
