package vn.tiepdon.server.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Appointments and times as they stand, past and cancelled ones too: for whoever keeps a calendar of their own. */
@Component
public class AppointmentCalendar {

    /** Days that are looked through at once. */
    public static final int MOST_DAYS = 100;

    /** Appointments that are given at once. */
    public static final int MOST = 2000;

    private final Schedules schedules;
    private final AppointmentRows rows;
    private final AppointmentVersions versions;

    AppointmentCalendar(Schedules schedules, AppointmentRows rows, AppointmentVersions versions) {
        this.schedules = schedules;
        this.rows = rows;
        this.versions = versions;
    }

    public ClinicPlan plan(FacilityId facility, ClinicId clinic) {
        return new ClinicPlan(schedules.plan(facility, clinic));
    }

    /**
     * The slots of a clinic, in order.
     *
     * @param days from the first one on; no more than {@link #MOST_DAYS} are looked through
     */
    public List<SlotState> slots(FacilityId facility, ClinicId clinic, LocalDate from, int days) {
        LocalDate end = from.plusDays(Math.max(1, Math.min(days, MOST_DAYS)));
        SlotPlan plan = schedules.plan(facility, clinic);
        Map<Slot, Integer> taken = rows.taken(facility, clinic, from, end);
        return from.datesUntil(end)
                .flatMap(day -> plan.on(day).entrySet().stream().map(it -> {
                    Slot slot = new Slot(day, it.getKey());
                    return new SlotState(slot, it.getValue(), taken.getOrDefault(slot, 0));
                }))
                .toList();
    }

    /** @param sourceId another system's own id */
    public Optional<Appointment> ofSource(FacilityId facility, String sourceId) {
        return rows.ofSource(facility, sourceId);
    }

    /** The latest first. */
    public List<Appointment> ofPatient(FacilityId facility, PatientId patient) {
        return rows.ofPatient(facility, patient, LocalDate.EPOCH, MOST);
    }

    /**
     * Those of one clinic by time, {@link #MOST} at most.
     *
     * @param to inclusive
     */
    public List<Appointment> between(FacilityId facility, ClinicId clinic, LocalDate from, LocalDate to) {
        return rows.between(facility, clinic, from, to, MOST);
    }

    /** When they became what they are. */
    public Map<AppointmentId, Instant> changedAt(FacilityId facility, Collection<Appointment> appointments) {
        return versions.changedAt(facility, appointments);
    }
}
