package vn.tiepdon.server.checkin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.ClinicOption.State;
import vn.tiepdon.api.kiosk.ClinicOption.Suggestion;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicOpening;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.history.PatientHistory;
import vn.tiepdon.server.queue.Queues;

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

    /** The suggested one first if it can be had, the rest in the house's order. */
    List<ClinicOption> of(FacilityId facility, PatientHistory history, BusinessDay day, Instant at) {
        List<ClinicOpening> openings = facilities.openings(facility, at);
        List<ClinicId> ids = openings.stream().map(it -> it.clinic().id()).toList();
        Map<ClinicId, Integer> waiting = queues.waiting(facility, ids, day);
        Map<ClinicId, Integer> given = queues.given(facility, ids, day);
        Suggested suggested = suggest(openings, given, history);
        List<ClinicOption> options = new ArrayList<>();
        for (ClinicOpening opening : openings) {
            boolean first = opening.clinic().id().equals(suggested.clinic());
            int queue = waiting.getOrDefault(opening.clinic().id(), 0);
            ClinicOption option = option(opening, state(opening, given), queue, first ? suggested.why() : null);
            options.add(first ? 0 : options.size(), option);
        }
        return options;
    }

    private static Suggested suggest(
            List<ClinicOpening> openings, Map<ClinicId, Integer> given, PatientHistory history) {
        List<ClinicId> open = openings.stream()
                .filter(it -> state(it, given) == State.OPEN)
                .map(it -> it.clinic().id())
                .toList();
        return history.programmeClinics().stream()
                .filter(open::contains)
                .findFirst()
                .map(clinic -> new Suggested(clinic, Suggestion.PROGRAMME))
                .or(() -> history.lastClinic()
                        .filter(open::contains)
                        .map(clinic -> new Suggested(clinic, Suggestion.LAST_VISIT)))
                .orElse(new Suggested(null, null));
    }

    private static State state(ClinicOpening opening, Map<ClinicId, Integer> given) {
        if (!opening.open()) {
            return State.CLOSED;
        }
        Clinic clinic = opening.clinic();
        return given.getOrDefault(clinic.id(), 0) >= clinic.dailyQuota() ? State.FULL : State.OPEN;
    }

    private static ClinicOption option(ClinicOpening opening, State state, int waiting, Suggestion why) {
        Clinic clinic = opening.clinic();
        return new ClinicOption(
                clinic.code(),
                clinic.name(),
                clinic.firstRoom().map(Room::code).orElse(""),
                clinic.firstRoom().map(Room::place).orElse(NO_PLACE),
                waiting,
                state,
                opening.opensAt(),
                why);
    }

    /** Both null when nothing speaks for any clinic. */
    private record Suggested(ClinicId clinic, Suggestion why) {}
}
