package vn.tiepdon.server.queue;

import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/** The queue of one clinic on one business day. */
public record QueueKey(FacilityId facility, ClinicId clinic, BusinessDay day) {}
