package vn.tiepdon.server.queue;

import vn.tiepdon.server.facility.ClinicId;

/**
 * How a ticket stands: everything of it that changes. What was can be put back as a whole.
 *
 * @param visit the clinic whose patient it is: its doctor ends the visit
 * @param notBefore waits until its queue has made so many calls, as long as others wait
 */
public record Standing(
        vn.tiepdon.api.kiosk.Ticket.State state, Stop stop, ClinicId visit, Way way, int notBefore, Priority priority) {

    Standing with(vn.tiepdon.api.kiosk.Ticket.State next, Stop at) {
        return new Standing(next, at, visit, way, notBefore, priority);
    }

    Standing with(Way next) {
        return new Standing(state, stop, visit, next, notBefore, priority);
    }

    Standing with(Priority next) {
        return new Standing(state, stop, visit, way, notBefore, next);
    }

    Standing behind(int calls) {
        return new Standing(state, stop, visit, way, calls, priority);
    }

    Standing visiting(ClinicId clinic) {
        return new Standing(state, stop, clinic, way, notBefore, priority);
    }
}
