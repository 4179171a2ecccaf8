package vn.tiepdon.server.event;

import java.util.UUID;

/**
 * The ticket an event speaks of; holds nothing of the patient.
 *
 * @param label as it is shown and spoken
 */
public record TicketRef(UUID id, int number, String label) {}
