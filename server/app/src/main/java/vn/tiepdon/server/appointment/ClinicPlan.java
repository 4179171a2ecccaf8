package vn.tiepdon.server.appointment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/** When a clinic sees people by appointment, as others than the desk are told. */
public final class ClinicPlan {

    private final SlotPlan plan;

    ClinicPlan(SlotPlan plan) {
        this.plan = plan;
    }

    /** The first day; empty when the clinic sees nobody by appointment. */
    public Optional<LocalDate> from() {
        return plan.schedules().stream().map(Schedule::from).min(Comparator.naturalOrder());
    }

    /** The last day; empty when nobody has named one. */
    public Optional<LocalDate> until() {
        return plan.schedules().stream().anyMatch(it -> it.until().isEmpty())
                ? Optional.empty()
                : plan.schedules().stream().flatMap(it -> it.until().stream()).max(Comparator.naturalOrder());
    }

    /** How long it is, of two schedules that have it the longer time; empty when it is a slot of none. */
    public OptionalInt minutes(Slot slot) {
        return plan.schedules().stream()
                .filter(it -> it.startsOn(slot.day()).anyMatch(slot.starts()::equals))
                .mapToInt(Schedule::minutes)
                .max();
    }
}
