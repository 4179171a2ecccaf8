package vn.tiepdon.server.phone;

import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.queue.TicketId;

/** What the address of a ticket's page says, once it is opened. */
record SealedTicket(FacilityId facility, BusinessDay day, TicketId ticket) {}
