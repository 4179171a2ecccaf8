package vn.tiepdon.server.appointment;

import java.time.LocalDateTime;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.appointment.Booked.Reason;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;

/** Gives places, in the caller's transaction and under the clinic's lock. */
@Component
class Bookings {

    private static final Period FARTHEST = Period.ofYears(2);

    private final Schedules schedules;
    private final AppointmentRows rows;
    private final AppointmentLog log;
    private final Facilities facilities;
    private final HospitalClock clock;

    Bookings(
            Schedules schedules, AppointmentRows rows, AppointmentLog log, Facilities facilities, HospitalClock clock) {
        this.schedules = schedules;
        this.rows = rows;
        this.log = log;
        this.facilities = facilities;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Booked book(FacilityId facility, Booking wish, Actor by) {
        SlotPlan plan = schedules.lock(facility, wish.clinic());
        Optional<Appointment> before = wish.sourceId()
                .flatMap(source -> rows.ofSource(facility, source))
                .or(() -> same(facility, wish));
        if (before.isPresent()) {
            return new Booked.Done(before.get());
        }
        Optional<Reason> against = against(facility, plan, wish.patient(), wish.clinic(), wish.slot(), null);
        if (against.isPresent()) {
            return new Booked.Refused(against.get());
        }
        int place = place(facility, plan, wish.clinic(), wish.slot());
        if (place == 0) {
            return new Booked.Refused(Reason.FULL);
        }
        Appointment booked = Appointment.booked(wish, place);
        log.add(facility, booked, by, clock.now());
        return new Booked.Done(booked);
    }

    /** @param version of the appointment as the page showed it */
    @Transactional(propagation = Propagation.MANDATORY)
    public Booked move(FacilityId facility, AppointmentId id, int version, Slot to, Actor by) {
        Optional<Appointment> there = booked(facility, id, version);
        if (there.isEmpty()) {
            return new Booked.Refused(Reason.STALE);
        }
        Appointment was = there.get();
        if (was.slot().equals(to)) {
            return new Booked.Done(was);
        }
        SlotPlan plan = schedules.lock(facility, was.clinic());
        Optional<Reason> against = against(facility, plan, was.patient(), was.clinic(), to, id);
        if (against.isPresent()) {
            return new Booked.Refused(against.get());
        }
        int place = place(facility, plan, was.clinic(), to);
        if (place == 0) {
            return new Booked.Refused(Reason.FULL);
        }
        Appointment moved = was.moved(new Place(to, place));
        log.move(facility, moved, by, clock.now());
        return new Booked.Done(moved);
    }

    /** @param version of the appointment as the page showed it */
    @Transactional(propagation = Propagation.MANDATORY)
    public Booked cancel(FacilityId facility, AppointmentId id, int version, Actor by) {
        Optional<Appointment> there = booked(facility, id, version);
        if (there.isEmpty()) {
            return new Booked.Refused(Reason.STALE);
        }
        Appointment cancelled = there.get().cancelled();
        log.change(facility, cancelled, by, clock.now());
        return new Booked.Done(cancelled);
    }

    /** A finger that touched twice has booked once. */
    private Optional<Appointment> same(FacilityId facility, Booking wish) {
        return wish.sourceId().isPresent()
                ? Optional.empty()
                : rows.ofDay(facility, wish.slot().day(), Set.of(wish.patient())).stream()
                        .filter(it -> it.booked()
                                && it.clinic().equals(wish.clinic())
                                && it.slot().equals(wish.slot()))
                        .findFirst();
    }

    private Optional<Appointment> booked(FacilityId facility, AppointmentId id, int version) {
        return rows.find(facility, id).filter(it -> it.booked() && it.version() == version);
    }

    /** @param but an appointment that does not count; null for none */
    private Optional<Reason> against(
            FacilityId facility, SlotPlan plan, PatientId patient, ClinicId clinic, Slot slot, AppointmentId but) {
        LocalDateTime now = facilities.get(facility).localAt(clock.now()).toLocalDateTime();
        if (!slot.after(now)) {
            return Optional.of(Reason.PAST);
        }
        if (slot.day().isAfter(now.toLocalDate().plus(FARTHEST)) || plan.places(slot) == 0) {
            return Optional.of(Reason.NO_SUCH_SLOT);
        }
        boolean sameDay = rows.ofDay(facility, slot.day(), Set.of(patient)).stream()
                .anyMatch(it -> it.clinic().equals(clinic) && !it.id().equals(but));
        return sameDay ? Optional.of(Reason.SAME_DAY) : Optional.empty();
    }

    /** The lowest that is free; 0 when none is. */
    private int place(FacilityId facility, SlotPlan plan, ClinicId clinic, Slot slot) {
        Set<Integer> taken = rows.taken(facility, clinic, slot);
        return IntStream.rangeClosed(1, plan.places(slot))
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElse(0);
    }
}
