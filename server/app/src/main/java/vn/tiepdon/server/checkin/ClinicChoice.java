package vn.tiepdon.server.checkin;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.ClinicOption.State;
import vn.tiepdon.api.kiosk.ClinicOption.Suggestion;
import vn.tiepdon.server.appointment.Appointment;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicOpening;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.history.PatientHistory;
import vn.tiepdon.server.queue.view.Queues;

/** The clinics of the house as one patient is offered them. */
@Component
class ClinicChoice {

    private static final Text NO_PLACE = new Text("", "");

    private final Facilities facilities;
    private final Queues queues;

    ClinicChoice(Facilities facilities, Queues queues) {
        this.facilities = facilities;
        this.queues = queues;
    }

    /**
     * Where the patient is expected today first, by time; then the suggested one if it can be had, the rest in the house's
     * order.
     *
     * @param expected today's appointments of the patient, by time
     */
    List<ClinicOption> of(
            FacilityId facility, PatientHistory history, List<Appointment> expected, BusinessDay day, Instant at) {
        List<ClinicOpening> openings = facilities.openings(facility, at).stream()
                .filter(it -> it.clinic().examines())
                .toList();
        List<ClinicId> ids = openings.stream().map(it -> it.clinic().id()).toList();
        Map<ClinicId, Integer> waiting = queues.waiting(facility, ids, day);
        Map<ClinicId, Integer> given = queues.given(facility, ids, day);
        Today today = new Today(given, times(expected));
        Suggested suggested = suggest(openings, today, history);
        List<ClinicOption> options = new ArrayList<>();
        for (ClinicOpening opening : openings) {
            boolean first = opening.clinic().id().equals(suggested.clinic());
            int queue = waiting.getOrDefault(opening.clinic().id(), 0);
            ClinicOption option = option(opening, today, queue, first ? suggested.why() : null);
            options.add(first ? 0 : options.size(), option);
        }
        options.sort(Comparator.comparing(ClinicChoice::expectedAt));
        return options;
    }

    /** Sorting keeps the order of those that nobody is expected in. */
    private static LocalTime expectedAt(ClinicOption option) {
        boolean expected = option.appointment() != null && option.state() == State.OPEN;
        return expected ? option.appointment() : LocalTime.MAX;
    }

    /** Where the patient is still to go. */
    private static Map<ClinicId, LocalTime> times(List<Appointment> expected) {
        Map<ClinicId, LocalTime> times = new LinkedHashMap<>();
        expected.stream()
                .filter(Appointment::booked)
                .forEach(one -> times.putIfAbsent(one.clinic(), one.slot().starts()));
        return times;
    }

    private static Suggested suggest(List<ClinicOpening> openings, Today today, PatientHistory history) {
        List<ClinicId> open = openings.stream()
                .filter(it -> today.state(it) == State.OPEN)
                .map(it -> it.clinic().id())
                .toList();
        return first(today.times().keySet().stream(), open, Suggestion.APPOINTMENT)
                .or(() -> first(history.programmeClinics().stream(), open, Suggestion.PROGRAMME))
                .or(() -> first(history.lastClinic().stream(), open, Suggestion.LAST_VISIT))
                .orElse(new Suggested(null, null));
    }

    private static Optional<Suggested> first(Stream<ClinicId> clinics, List<ClinicId> open, Suggestion why) {
        return clinics.filter(open::contains).findFirst().map(clinic -> new Suggested(clinic, why));
    }

    private static ClinicOption option(ClinicOpening opening, Today today, int waiting, Suggestion why) {
        Clinic clinic = opening.clinic();
        return new ClinicOption(
                clinic.code(),
                clinic.name(),
                clinic.firstRoom().map(Room::code).orElse(""),
                clinic.firstRoom().map(Room::place).orElse(NO_PLACE),
                waiting,
                today.state(opening),
                opening.opensAt(),
                why,
                today.times().get(clinic.id()));
    }

    /**
     * How the clinics stand.
     *
     * @param given numbers that were given
     * @param times where the patient is expected, by time: a quota that others have used up does not count there
     */
    private record Today(Map<ClinicId, Integer> given, Map<ClinicId, LocalTime> times) {

        State state(ClinicOpening opening) {
            if (!opening.open()) {
                return State.CLOSED;
            }
            Clinic clinic = opening.clinic();
            boolean full = given.getOrDefault(clinic.id(), 0) >= clinic.dailyQuota();
            return full && !times.containsKey(clinic.id()) ? State.FULL : State.OPEN;
        }
    }

    /** Both null when nothing speaks for any clinic. */
    private record Suggested(ClinicId clinic, Suggestion why) {}
}
