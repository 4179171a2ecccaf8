package vn.tiepdon.server.exchange.fhir;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.Slot.SlotStatus;
import vn.tiepdon.server.appointment.ClinicPlan;
import vn.tiepdon.server.appointment.Slot;
import vn.tiepdon.server.appointment.SlotState;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facility;

/**
 * A clinic's schedule ({@code c3}) and the slots that follow from it ({@code c3-2026-11-23T0830}, by the hospital's wall
 * clock): they are stored nowhere, their ids say all.
 */
final class Slots {

    private static final Pattern ID = Pattern.compile("c([0-9]{1,9})-([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2})([0-9]{2})");
    private static final int SECONDS = 60;

    private Slots() {}

    /** A slot of a clinic. */
    record Named(ClinicId clinic, Slot slot) {}

    /** Empty for what is no id of a slot. */
    static Optional<Named> parse(String id) {
        Matcher parts = ID.matcher(id == null ? "" : id);
        return parts.matches()
                ? Slot.parse(parts.group(2) + ":" + parts.group(3))
                        .map(it -> new Named(new ClinicId(Integer.parseInt(parts.group(1))), it))
                : Optional.empty();
    }

    static Reference reference(ClinicId clinic, Slot slot) {
        return new Reference("Slot/" + id(clinic, slot));
    }

    static Instant starts(Facility facility, Slot slot) {
        return slot.day().atTime(slot.starts()).atZone(facility.zone()).toInstant();
    }

    /** Empty when the clinic sees nobody by appointment. */
    static Optional<Schedule> schedule(Clinic clinic, ClinicPlan plan) {
        return plan.from().map(from -> {
            Schedule schedule = new Schedule();
            schedule.setId("c" + clinic.id().value());
            schedule.setActive(true);
            schedule.addActor(
                    Places.clinic(clinic.id()).setDisplay(clinic.name().vi()));
            Period horizon = new Period().setStartElement(Times.day(from));
            plan.until().ifPresent(it -> horizon.setEndElement(Times.day(it)));
            return schedule.setPlanningHorizon(horizon);
        });
    }

    /** @param now what began before is not free any more */
    static org.hl7.fhir.r4.model.Slot slot(
            Facility facility, ClinicId clinic, SlotState state, int minutes, Instant now) {
        Instant starts = starts(facility, state.slot());
        org.hl7.fhir.r4.model.Slot slot = new org.hl7.fhir.r4.model.Slot();
        slot.setId(id(clinic, state.slot()));
        slot.setSchedule(new Reference("Schedule/c" + clinic.value()));
        slot.setStatus(status(state, starts.isAfter(now)));
        slot.setStart(Date.from(starts)).setEnd(Date.from(starts.plusSeconds((long) minutes * SECONDS)));
        slot.getStartElement().setTimeZone(Times.zone(facility));
        slot.getEndElement().setTimeZone(Times.zone(facility));
        return slot.setComment(state.free() + "/" + state.places());
    }

    private static SlotStatus status(SlotState state, boolean ahead) {
        if (!ahead) {
            return SlotStatus.BUSYUNAVAILABLE;
        }
        return state.free() > 0 ? SlotStatus.FREE : SlotStatus.BUSY;
    }

    private static String id(ClinicId clinic, Slot slot) {
        return "c" + clinic.value() + "-" + slot.toString().replace(":", "");
    }
}
