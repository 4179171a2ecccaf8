package vn.tiepdon.server.checkin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.server.appointment.Arrivals;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.numbers.ClinicQueues;
import vn.tiepdon.server.queue.numbers.NumberBook;

/**
 * Check-ins of one hospital that share a transaction. However many they are, the database is asked the same few
 * questions, and what they write goes there in one message for each table.
 */
@Component
class CheckInRounds {

    private final ClinicQueues queues;
    private final Facilities facilities;
    private final Identifications identifications;
    private final CheckIns checkIns;
    private final Arrivals arrivals;
    private final TicketSlips slips;
    private final EventLog events;
    private final JsonMapper json;
    private final HospitalClock clock;
    private final ApplicationEventPublisher publisher;

    CheckInRounds(
            ClinicQueues queues,
            Facilities facilities,
            Identifications identifications,
            CheckIns checkIns,
            Arrivals arrivals,
            TicketSlips slips,
            EventLog events,
            JsonMapper json,
            HospitalClock clock,
            ApplicationEventPublisher publisher) {
        this.queues = queues;
        this.facilities = facilities;
        this.identifications = identifications;
        this.checkIns = checkIns;
        this.arrivals = arrivals;
        this.slips = slips;
        this.events = events;
        this.json = json;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** @return an answer for each wish, in their order */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CheckInAnswer> play(FacilityId id, List<Wish> wishes) {
        Facility facility = facilities.get(id);
        Instant now = clock.now();
        BusinessDay day = facility.businessDayAt(now);
        Map<CheckInId, CheckIns.Kept> kept =
                checkIns.find(id, wishes.stream().map(Wish::id).toList());
        List<Wish> fresh =
                wishes.stream().filter(wish -> !kept.containsKey(wish.id())).toList();
        Map<UUID, Identifications.Trace> traces = identifications.find(
                id,
                fresh.stream().map(wish -> wish.request().identificationId()).toList());
        NumberBook book = queues.lock(id, day, wanted(id, fresh, traces, day));
        ExpectedToday expected = expected(id, day, traces);
        CheckInRound round =
                new CheckInRound(facility, day, now, facilities, slips, json, book, kept, traces, expected);
        List<CheckInAnswer> answers = new ArrayList<>();
        wishes.forEach(wish -> answers.add(round.answer(wish)));
        List<QueueEvent> given = book.write();
        arrivals.arrived(id, expected.arrived(), now);
        events.append(id, given, now);
        checkIns.add(round.toKeep(), now);
        if (!round.issued().isEmpty()) {
            publisher.publishEvent(new PatientsCheckedIn(id, round.issued()));
        }
        if (!round.toKeep().isEmpty()) {
            publisher.publishEvent(new NumbersTold(
                    id, round.toKeep().stream().map(CheckInRounds::told).toList()));
        }
        return answers;
    }

    private static NumbersTold.Told told(CheckIns.Answered answered) {
        return new NumbersTold.Told(
                answered.wish().id().value(),
                answered.patient(),
                DeskNumbers.loginOf(answered.wish().device()));
    }

    private ExpectedToday expected(FacilityId id, BusinessDay day, Map<UUID, Identifications.Trace> traces) {
        Set<PatientId> patients =
                traces.values().stream().map(Identifications.Trace::patient).collect(Collectors.toSet());
        return new ExpectedToday(arrivals.today(id, day, patients));
    }

    private Map<ClinicId, Set<PatientId>> wanted(
            FacilityId facility, List<Wish> fresh, Map<UUID, Identifications.Trace> traces, BusinessDay day) {
        Map<ClinicId, Set<PatientId>> wanted = new HashMap<>();
        for (Wish wish : fresh) {
            Optional<PatientId> patient = Optional.ofNullable(
                            traces.get(wish.request().identificationId()))
                    .flatMap(trace -> trace.patientFor(wish.device(), day));
            Optional<Clinic> clinic =
                    facilities.clinic(facility, wish.request().clinicCode()).filter(Clinic::examines);
            if (patient.isPresent() && clinic.isPresent()) {
                wanted.computeIfAbsent(clinic.get().id(), none -> new HashSet<>())
                        .add(patient.get());
            }
        }
        return wanted;
    }
}
