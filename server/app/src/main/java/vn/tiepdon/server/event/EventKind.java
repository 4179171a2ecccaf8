package vn.tiepdon.server.event;

/** The names under which events are stored and streamed. */
enum EventKind {
    TICKET_ISSUED("ticket-issued"),
    TICKET_CALLED("ticket-called"),
    TICKET_RECALLED("ticket-recalled"),
    PATIENT_ENTERED("patient-entered"),
    TICKET_DONE("ticket-done"),
    TICKET_MISSED("ticket-missed");

    private final String wire;

    EventKind(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    static EventKind of(QueueEvent event) {
        if (event instanceof QueueEvent.TicketIssued) {
            return TICKET_ISSUED;
        }
        if (event instanceof QueueEvent.TicketCalled) {
            return TICKET_CALLED;
        }
        if (event instanceof QueueEvent.TicketRecalled) {
            return TICKET_RECALLED;
        }
        if (event instanceof QueueEvent.PatientEntered) {
            return PATIENT_ENTERED;
        }
        if (event instanceof QueueEvent.TicketDone) {
            return TICKET_DONE;
        }
        return TICKET_MISSED;
    }
}
