package vn.tiepdon.server.event;

import java.util.UUID;
import vn.tiepdon.server.facility.ClinicId;

/** The ticket an event speaks of; holds nothing of the patient. */
public record TicketRef(UUID id, ClinicId clinic, int number) {}
