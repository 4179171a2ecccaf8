package vn.tiepdon.server.queue;

import static vn.tiepdon.server.event.EventKind.PATIENT_ENTERED;
import static vn.tiepdon.server.event.EventKind.TICKET_ARRIVED;
import static vn.tiepdon.server.event.EventKind.TICKET_BACK;
import static vn.tiepdon.server.event.EventKind.TICKET_CALLED;
import static vn.tiepdon.server.event.EventKind.TICKET_CANCELLED;
import static vn.tiepdon.server.event.EventKind.TICKET_DONE;
import static vn.tiepdon.server.event.EventKind.TICKET_ISSUED;
import static vn.tiepdon.server.event.EventKind.TICKET_MISSED;
import static vn.tiepdon.server.event.EventKind.TICKET_PRIORITY;
import static vn.tiepdon.server.event.EventKind.TICKET_PUT_BACK;
import static vn.tiepdon.server.event.EventKind.TICKET_RECALLED;
import static vn.tiepdon.server.event.EventKind.TICKET_RESTORED;
import static vn.tiepdon.server.event.EventKind.TICKET_SENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/**
 * A queue number (số thứ tự) and its way: at each place it waits, is called, is in the room; then it is sent on, or done.
 * Every change goes through here, and what the state does not allow is refused.
 */
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
    private final List<LeftStop> left = new ArrayList<>();
    private Standing standing;

    /** As it was stored. */
    Ticket(
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

    static Ticket issue(TicketId id, QueueKey queue, TicketNumber number, Comer comer, Instant at) {
        Stop stop = Stop.first(queue.clinic(), at);
        Standing standing = new Standing(State.WAITING, stop, queue.clinic(), Way.OVER, 0, comer.priority());
        return new Ticket(
                id, queue.facility(), queue.day(), number, comer.patient(), at, comer.expectedAt(), 0, 0, standing);
    }

    QueueEvent issued() {
        return happened(TICKET_ISSUED, null);
    }

    QueueEvent call(Door door, Instant at) {
        require("call", State.WAITING, State.MISSED);
        standing = standing.with(State.CALLED, stop().called(door.id(), at)).behind(0);
        return happened(TICKET_CALLED, door);
    }

    /** @throws CalledEnoughException when it was called so often already */
    QueueEvent recall(Door door, int most, Instant at) {
        require("recall", State.CALLED);
        requireRoom("recall", door);
        if (stop().calls() >= most) {
            throw new CalledEnoughException(id, most);
        }
        standing = standing.with(State.CALLED, stop().called(door.id(), at));
        return happened(TICKET_RECALLED, door);
    }

    QueueEvent enter(Door door, Instant at) {
        require("enter", State.CALLED);
        requireRoom("enter", door);
        standing = standing.with(State.IN_ROOM, stop().entered(at));
        return happened(PATIENT_ENTERED, door);
    }

    QueueEvent miss(Door door, Instant at) {
        require("miss", State.CALLED);
        requireRoom("miss", door);
        standing = standing.with(State.MISSED, stop().ended(at));
        return happened(TICKET_MISSED, door);
    }

    /** Called in vain, or missed: waits again until its queue has made so many calls. */
    QueueEvent putBack(Door door, int notBefore) {
        require("put back", State.CALLED, State.MISSED);
        if (state() == State.CALLED) {
            requireRoom("put back", door);
        }
        standing = standing.with(State.WAITING, stop().waiting()).behind(notBefore);
        return happened(TICKET_PUT_BACK, door);
    }

    /** The place is done with the patient, who goes on where the way leads, or is done altogether. */
    List<QueueEvent> finish(Door door, Instant at) {
        require("finish", State.IN_ROOM);
        requireRoom("finish", door);
        if (way().next().isPresent()) {
            return moveOn(door, at);
        }
        standing = standing.with(State.DONE, stop().ended(at));
        return List.of(happened(TICKET_DONE, door));
    }

    /** The patient goes to these places first, and, if wanted, comes back to this room then. */
    List<QueueEvent> send(Door door, List<ClinicId> to, boolean back, Instant at) {
        require("send on", State.CALLED, State.IN_ROOM);
        requireRoom("send on", door);
        List<Leg> legs = new ArrayList<>(to.stream().map(Leg::to).toList());
        if (back) {
            legs.add(Leg.back(stop().clinic(), door.id()));
        }
        Way way = way().after(legs);
        if (to.isEmpty() || to.get(0).equals(stop().clinic()) || way.legs().size() > Way.MOST) {
            throw new TicketTransitionIllegalException(id, state(), "send on by an impossible way");
        }
        List<QueueEvent> events = new ArrayList<>();
        if (state() == State.CALLED) {
            events.add(enter(door, at));
        }
        standing = standing.with(way);
        events.addAll(moveOn(door, at));
        return events;
    }

    private List<QueueEvent> moveOn(Door door, Instant at) {
        Leg leg = way().next().orElseThrow();
        QueueEvent sent = happened(TICKET_SENT, door);
        leave(stop().ended(at), way().leadsTo(stop().clinic()) ? LeftStop.SENT : LeftStop.DONE);
        standing = standing.with(State.WAITING, stop().next(leg, at)).with(way().rest());
        return List.of(sent, happened(leg.room().isPresent() ? TICKET_BACK : TICKET_ARRIVED, null));
    }

    /** Another clinic's patient from now on, who has waited there since arriving here. */
    List<QueueEvent> transfer(ClinicId to, Instant at) {
        require("transfer", State.WAITING, State.CALLED, State.IN_ROOM);
        if (!stop().clinic().equals(standing.visit()) || to.equals(standing.visit())) {
            throw new TicketTransitionIllegalException(id, state(), "transfer from elsewhere");
        }
        QueueEvent sent = happened(TICKET_SENT, null);
        leave(stop().ended(at), LeftStop.TRANSFERRED);
        standing = standing.with(State.WAITING, stop().transferred(to))
                .visiting(to)
                .behind(0);
        return List.of(sent, happened(TICKET_ARRIVED, null));
    }

    /** The patient goes home. */
    QueueEvent cancel(Instant at) {
        require("cancel", State.WAITING, State.CALLED, State.IN_ROOM, State.MISSED);
        standing = standing.with(State.CANCELLED, stop().ended(at)).with(Way.OVER);
        return happened(TICKET_CANCELLED, null);
    }

    /** Staff say what counts; what was declared is settled by it. */
    QueueEvent settle(Set<PriorityGround> counting, String by) {
        require("settle the priority", State.WAITING, State.CALLED, State.IN_ROOM, State.MISSED);
        standing = standing.with(standing.priority().settled(counting, by));
        return happened(TICKET_PRIORITY, null);
    }

    /** As if the last act had never been. */
    List<QueueEvent> restore(Standing before) {
        QueueEvent here = happened(TICKET_RESTORED, null);
        boolean elsewhere = !before.stop().clinic().equals(stop().clinic());
        standing = before;
        return elsewhere ? List.of(here, happened(TICKET_RESTORED, null)) : List.of(here);
    }

    private void leave(Stop ended, String as) {
        left.add(new LeftStop(ended, as));
    }

    private QueueEvent happened(EventKind kind, Door door) {
        return QueueEvent.of(kind, stop().clinic(), new TicketRef(id.value(), number.value(), label()), door, calls());
    }

    private void require(String wish, State... allowed) {
        for (State each : allowed) {
            if (state() == each) {
                return;
            }
        }
        throw new TicketTransitionIllegalException(id, state(), wish);
    }

    private void requireRoom(String wish, Door door) {
        if (!stop().room().filter(door.id()::equals).isPresent()) {
            throw new TicketTransitionIllegalException(id, state(), wish + " from another room");
        }
    }

    /** Whether the patient may take no other number for this clinic and day. */
    public boolean isOpen() {
        return state() == State.WAITING || state() == State.CALLED || state() == State.IN_ROOM;
    }

    /** The places that it left since it was read. */
    List<LeftStop> left() {
        return List.copyOf(left);
    }

    Standing standing() {
        return standing;
    }

    Stop stop() {
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
    int overtaken() {
        return overtaken;
    }

    public int version() {
        return version;
    }

    public Seen seen() {
        return new Seen(id, version);
    }
}
