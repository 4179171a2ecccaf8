package vn.tiepdon.server.queue;

import java.time.Instant;
import java.util.Optional;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.event.Door;
import vn.tiepdon.server.event.QueueEvent.PatientEntered;
import vn.tiepdon.server.event.QueueEvent.TicketCalled;
import vn.tiepdon.server.event.QueueEvent.TicketDone;
import vn.tiepdon.server.event.QueueEvent.TicketIssued;
import vn.tiepdon.server.event.QueueEvent.TicketMissed;
import vn.tiepdon.server.event.QueueEvent.TicketRecalled;
import vn.tiepdon.server.event.TicketRef;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.patient.PatientId;

/**
 * A queue number (số thứ tự) and its way: waiting, called, in the room, done; or called and missed, and perhaps called
 * again. Every change goes through here, and what the state does not allow is refused.
 */
public final class Ticket {

    private final TicketId id;
    private final QueueKey queue;
    private final int number;
    private final PatientId patient;
    private final Instant issuedAt;
    private final int version;
    private State state;
    private RoomId room;
    private int calls;
    private Instant calledAt;
    private Instant enteredAt;
    private Instant endedAt;

    Ticket(TicketId id, QueueKey queue, int number, PatientId patient, Instant issuedAt, int version) {
        this.id = id;
        this.queue = queue;
        this.number = number;
        this.patient = patient;
        this.issuedAt = issuedAt;
        this.version = version;
        this.state = State.WAITING;
    }

    /** Puts a ticket back as it was stored. */
    Ticket restore(State stored, RoomId storedRoom, int storedCalls, Instant called, Instant entered, Instant ended) {
        this.state = stored;
        this.room = storedRoom;
        this.calls = storedCalls;
        this.calledAt = called;
        this.enteredAt = entered;
        this.endedAt = ended;
        return this;
    }

    TicketIssued issued() {
        return new TicketIssued(ref());
    }

    TicketCalled call(Door door, Instant at) {
        require("call", State.WAITING, State.MISSED);
        state = State.CALLED;
        room = door.id();
        calls++;
        calledAt = at;
        endedAt = null;
        return new TicketCalled(ref(), door, calls);
    }

    TicketRecalled recall(Door door, Instant at) {
        require("recall", State.CALLED);
        requireRoom("recall", door);
        calls++;
        calledAt = at;
        return new TicketRecalled(ref(), door, calls);
    }

    PatientEntered enter(Door door, Instant at) {
        require("enter", State.CALLED);
        requireRoom("enter", door);
        state = State.IN_ROOM;
        enteredAt = at;
        return new PatientEntered(ref(), door, calls);
    }

    TicketDone finish(Door door, Instant at) {
        require("finish", State.IN_ROOM);
        requireRoom("finish", door);
        state = State.DONE;
        endedAt = at;
        return new TicketDone(ref(), door, calls);
    }

    TicketMissed miss(Door door, Instant at) {
        require("miss", State.CALLED);
        requireRoom("miss", door);
        state = State.MISSED;
        endedAt = at;
        return new TicketMissed(ref(), door, calls);
    }

    private void require(String wish, State... allowed) {
        for (State each : allowed) {
            if (state == each) {
                return;
            }
        }
        throw new TicketTransitionIllegalException(id, state, wish);
    }

    private void requireRoom(String wish, Door door) {
        if (!door.id().equals(room)) {
            throw new TicketTransitionIllegalException(id, state, wish + " from another room");
        }
    }

    /** Whether the patient may take no other number for this clinic and day. */
    public boolean isOpen() {
        return state != State.DONE && state != State.MISSED;
    }

    private TicketRef ref() {
        return new TicketRef(id.value(), queue.clinic(), number);
    }

    public TicketId id() {
        return id;
    }

    public QueueKey queue() {
        return queue;
    }

    public int number() {
        return number;
    }

    /** As it is shown and spoken: three digits at least. */
    public String label() {
        return "%03d".formatted(number);
    }

    public PatientId patient() {
        return patient;
    }

    public State state() {
        return state;
    }

    public Optional<RoomId> room() {
        return Optional.ofNullable(room);
    }

    /** How often it was called. */
    public int calls() {
        return calls;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Optional<Instant> calledAt() {
        return Optional.ofNullable(calledAt);
    }

    Optional<Instant> enteredAt() {
        return Optional.ofNullable(enteredAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public int version() {
        return version;
    }

    public Seen seen() {
        return new Seen(id, version);
    }
}
