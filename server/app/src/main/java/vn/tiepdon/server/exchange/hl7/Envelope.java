package vn.tiepdon.server.exchange.hl7;

import java.time.OffsetDateTime;
import vn.tiepdon.server.facility.Facility;

/**
 * What stands around a message that is sent.
 *
 * @param controlId MSH-10, the same however often it is sent
 * @param at the hospital's wall clock
 */
record Envelope(Partner to, Facility from, String controlId, OffsetDateTime at) {}
