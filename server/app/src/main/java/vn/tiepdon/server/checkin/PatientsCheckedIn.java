package vn.tiepdon.server.checkin;

import java.util.List;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.queue.Ticket;

/**
 * Patients have come and taken new numbers. Published inside the transaction that gives them.
 *
 * @param tickets in the order in which they were given
 */
public record PatientsCheckedIn(FacilityId facility, List<Ticket> tickets) {}
