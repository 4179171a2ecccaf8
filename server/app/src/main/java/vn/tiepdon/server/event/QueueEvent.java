package vn.tiepdon.server.event;

/** Something that happened to a ticket, after it happened. */
public sealed interface QueueEvent {

    TicketRef ticket();

    /** Where; null when no room is concerned. */
    Door door();

    /** How often the number has been called so far. */
    int calls();

    record TicketIssued(TicketRef ticket) implements QueueEvent {
        @Override
        public Door door() {
            return null;
        }

        @Override
        public int calls() {
            return 0;
        }
    }

    /** Called for the first time, or again after it was missed. */
    record TicketCalled(TicketRef ticket, Door door, int calls) implements QueueEvent {}

    /** Called once more while it stood called. */
    record TicketRecalled(TicketRef ticket, Door door, int calls) implements QueueEvent {}

    record PatientEntered(TicketRef ticket, Door door, int calls) implements QueueEvent {}

    record TicketDone(TicketRef ticket, Door door, int calls) implements QueueEvent {}

    /** Called, and nobody came. */
    record TicketMissed(TicketRef ticket, Door door, int calls) implements QueueEvent {}
}
