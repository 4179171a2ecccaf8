package vn.tiepdon.server.queue;

import java.time.Instant;
import java.util.Optional;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.event.Door;
import vn.tiepdon.server.event.EventKind;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.event.TicketRef;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.patient.PatientId;

/** A queue number (số thứ tự) as it stands on its way through the house. What may become of it is its {@link Course}. */
public final class Ticket {

    private final TicketId id;
    private final FacilityId facility;
    private final BusinessDay day;
    private final TicketNumber number;
    private final PatientId patient;
    private final Instant issuedAt;
    private final Optional<Instant> expectedAt;
    private final int overtaken;
    private final int version;
    private final Standing standing;

    /** As it was stored. */
    public Ticket(
            TicketId id,
            FacilityId facility,
            BusinessDay day,
            TicketNumber number,
            PatientId patient,
            Instant issuedAt,
            Optional<Instant> expectedAt,
            int overtaken,
            int version,
            Standing standing) {
        this.id = id;
        this.facility = facility;
        this.day = day;
        this.number = number;
        this.patient = patient;
        this.issuedAt = issuedAt;
        this.expectedAt = expectedAt;
        this.overtaken = overtaken;
        this.version = version;
        this.standing = standing;
    }

    public static Ticket issue(TicketId id, QueueKey queue, TicketNumber number, Comer comer, Instant at) {
        Stop stop = Stop.first(queue.clinic(), at);
        Standing standing = new Standing(State.WAITING, stop, queue.clinic(), Way.OVER, 0, comer.priority());
        return new Ticket(
                id, queue.facility(), queue.day(), number, comer.patient(), at, comer.expectedAt(), 0, 0, standing);
    }

    /** The same number, standing otherwise. */
    Ticket as(Standing next) {
        return new Ticket(id, facility, day, number, patient, issuedAt, expectedAt, overtaken, version, next);
    }

    /** What has happened to it where it is; of no room when the door is null. */
    public QueueEvent happened(EventKind kind, Door door) {
        return QueueEvent.of(kind, stop().clinic(), new TicketRef(id.value(), number.value(), label()), door, calls());
    }

    /** Whether the patient may take no other number for this clinic and day. */
    public boolean isOpen() {
        return state() == State.WAITING || state() == State.CALLED || state() == State.IN_ROOM;
    }

    public Standing standing() {
        return standing;
    }

    public Stop stop() {
        return standing.stop();
    }

    public TicketId id() {
        return id;
    }

    /** Where it is now. */
    public QueueKey queue() {
        return new QueueKey(facility, stop().clinic(), day);
    }

    /** Whose patient: the clinic whose doctor ends the visit. */
    public ClinicId visit() {
        return standing.visit();
    }

    public TicketNumber issuedNumber() {
        return number;
    }

    public int number() {
        return number.value();
    }

    /** As it is shown and spoken. */
    public String label() {
        return number.label();
    }

    public PatientId patient() {
        return patient;
    }

    public State state() {
        return standing.state();
    }

    /** Where it goes after this place. */
    public Way way() {
        return standing.way();
    }

    public Priority priority() {
        return standing.priority();
    }

    public Cause cause() {
        return stop().cause();
    }

    /** Who has called it here. */
    public Optional<RoomId> room() {
        return stop().room();
    }

    /** The room that it waits for first. */
    public Optional<RoomId> wished() {
        return stop().wished();
    }

    /** How often it was called here. */
    public int calls() {
        return stop().calls();
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    /** Since when it counts as waiting here. */
    public Instant queuedAt() {
        return stop().queuedAt();
    }

    /** By appointment. */
    public Optional<Instant> expectedAt() {
        return expectedAt;
    }

    /** The last call here. */
    public Optional<Instant> calledAt() {
        return Optional.ofNullable(stop().calledAt());
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(stop().endedAt());
    }

    /** So many who came later were called before it, here. */
    public int overtaken() {
        return overtaken;
    }

    public int version() {
        return version;
    }

    public Seen seen() {
        return new Seen(id, version);
    }
}
