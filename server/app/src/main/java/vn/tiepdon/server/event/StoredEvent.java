package vn.tiepdon.server.event;

import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/**
 * @param seq counts from 1 for each facility, without gaps, in the order of commits
 * @param kind as streamed: {@code ticket-called}
 * @param payload JSON
 */
record StoredEvent(FacilityId facility, long seq, String kind, ClinicId clinic, String payload) {}
