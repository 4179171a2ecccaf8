package vn.tiepdon.server.appointment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A day as the desk offers it: one touch for the morning, one for the afternoon, or any time.
 *
 * @param slots those with a free place, in order
 */
record DayChoice(LocalDate day, List<SlotState> slots) {

    /** Empty when nothing is free before noon. */
    public Optional<Half> morning() {
        return half(false);
    }

    /** Empty when nothing is free after noon. */
    public Optional<Half> afternoon() {
        return half(true);
    }

    private Optional<Half> half(boolean afternoon) {
        List<SlotState> here =
                slots.stream().filter(it -> it.slot().afternoon() == afternoon).toList();
        return here.stream()
                .min(Comparator.comparing(SlotState::filled).thenComparing(SlotState::slot))
                .map(it -> new Half(
                        it.slot(), here.stream().mapToInt(SlotState::free).sum()));
    }

    /**
     * @param slot the least filled
     * @param free places in all slots of this half
     */
    record Half(Slot slot, int free) {}
}
