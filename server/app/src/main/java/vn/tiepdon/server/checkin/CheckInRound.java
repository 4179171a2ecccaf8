package vn.tiepdon.server.checkin;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckIn.Outcome;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.queue.Comer;
import vn.tiepdon.server.queue.Priority;
import vn.tiepdon.server.queue.PriorityGround;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.numbers.NumberBook;

/** The answers of one round, wish after wish: each sees what those before it were given. */
final class CheckInRound {

    private final Facility facility;
    private final BusinessDay day;
    private final Instant now;
    private final Facilities facilities;
    private final TicketSlips slips;
    private final JsonMapper json;
    private final NumberBook book;
    private final Map<CheckInId, CheckIns.Kept> kept;
    private final Map<UUID, Identifications.Trace> traces;
    private final ExpectedToday expected;
    private final List<CheckIns.Answered> toKeep = new ArrayList<>();
    private final List<Ticket> issued = new ArrayList<>();

    CheckInRound(
            Facility facility,
            BusinessDay day,
            Instant now,
            Facilities facilities,
            TicketSlips slips,
            JsonMapper json,
            NumberBook book,
            Map<CheckInId, CheckIns.Kept> kept,
            Map<UUID, Identifications.Trace> traces,
            ExpectedToday expected) {
        this.facility = facility;
        this.day = day;
        this.now = now;
        this.facilities = facilities;
        this.slips = slips;
        this.json = json;
        this.book = book;
        this.kept = new HashMap<>(kept);
        this.traces = traces;
        this.expected = expected;
    }

    CheckInAnswer answer(Wish wish) {
        try {
            CheckIns.Kept before = kept.get(wish.id());
            return new CheckInAnswer.Given(before == null ? first(wish) : wish.again(before));
        } catch (Refusal refusal) {
            return new CheckInAnswer.Refused(refusal);
        }
    }

    List<CheckIns.Answered> toKeep() {
        return toKeep;
    }

    /** New numbers, in their order. */
    List<Ticket> issued() {
        return issued;
    }

    private String first(Wish wish) {
        Identifications.Trace trace = Optional.ofNullable(
                        traces.get(wish.request().identificationId()))
                .filter(it -> it.patientFor(wish.device(), day).isPresent())
                .orElseThrow(() -> new CheckInRefused(
                        FaultCode.IDENTIFICATION_EXPIRED, "no identification of this device and day"));
        Clinic clinic = facilities
                .clinic(facility.id(), wish.request().clinicCode())
                .filter(Clinic::examines)
                .orElseThrow(() -> new CheckInRefused(FaultCode.CLINIC_UNKNOWN, "no clinic of this code"));
        Optional<Ticket> standing = book.standing(clinic.id(), trace.patient());
        Ticket ticket = standing.orElseGet(() -> issue(clinic, trace, wish));
        Outcome outcome = standing.isPresent() ? Outcome.ALREADY_WAITING : Outcome.ISSUED;
        LocalTime time = expected.arrive(ticket, trace, wish.device()).orElse(null);
        String answer = json.writeValueAsString(new CheckIn(
                outcome, slips.slip(facility, ticket, book.before(ticket)).expectedAt(time)));
        toKeep.add(new CheckIns.Answered(wish, ticket.id(), trace.patient(), answer));
        kept.put(wish.id(), new CheckIns.Kept(wish.device().id().value(), wish.hash(), answer));
        if (standing.isEmpty()) {
            issued.add(ticket);
        }
        return answer;
    }

    private Ticket issue(Clinic clinic, Identifications.Trace trace, Wish wish) {
        if (!facilities.opening(facility.id(), clinic, now).open()) {
            boolean another = facilities.openings(facility.id(), now).stream()
                    .anyMatch(it -> it.open() && it.clinic().examines());
            FaultCode code = another ? FaultCode.CLINIC_CLOSED : FaultCode.NO_CLINIC_OPEN;
            throw new CheckInRefused(code, "clinic " + clinic.code());
        }
        Comer comer = comer(clinic, trace, wish);
        return expected.expected(clinic.id(), trace)
                ? book.issueExpected(clinic, comer, now)
                : book.issue(clinic, comer, now);
    }

    private Comer comer(Clinic clinic, Identifications.Trace trace, Wish wish) {
        Set<PriorityGround> declared = wish.request().declared().stream()
                .map(it -> PriorityGround.valueOf(it.name()))
                .collect(Collectors.toSet());
        return new Comer(
                trace.patient(),
                Priority.of(trace.ground(), declared),
                expected.booked(clinic.id(), trace.patient())
                        .map(it -> it.atZone(facility.zone()).toInstant()),
                wish.entry());
    }
}
