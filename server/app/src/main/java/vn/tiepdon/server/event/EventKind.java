package vn.tiepdon.server.event;

/** What happened, and the names under which it is stored and streamed. */
public enum EventKind {
    TICKET_ISSUED("ticket-issued"),
    /** Called for the first time at a place, or again after it was missed. */
    TICKET_CALLED("ticket-called"),
    /** Called once more while it stood called. */
    TICKET_RECALLED("ticket-recalled"),
    PATIENT_ENTERED("patient-entered"),
    /** Done here and at the end of its way. */
    TICKET_DONE("ticket-done"),
    /** Called, and nobody came. */
    TICKET_MISSED("ticket-missed"),
    /** Waits again behind some others. */
    TICKET_PUT_BACK("ticket-put-back"),
    TICKET_CANCELLED("ticket-cancelled"),
    /** Done here for now; the patient goes on to another place. */
    TICKET_SENT("ticket-sent"),
    /** Waits at the place that it was sent to. */
    TICKET_ARRIVED("ticket-arrived"),
    /** Waits for the room that had sent it away. */
    TICKET_BACK("ticket-back"),
    /** Who goes before whom has changed. */
    TICKET_PRIORITY("ticket-priority"),
    /** An act was taken back: the ticket stands where it stood. */
    TICKET_RESTORED("ticket-restored"),
    /** The room calls nobody for a while. */
    ROOM_PAUSED("room-paused"),
    ROOM_OPENED("room-opened"),
    /** Somebody whom a kiosk could not help, or who takes care of them. */
    HANDOVER("handover");

    private final String wire;

    EventKind(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }
}
