package vn.tiepdon.server.exchange;

import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/**
 * Whose records are imported by whom.
 *
 * @param clinic where visits are counted whose department is no clinic here
 * @param by login or device
 */
public record ImportOrder(FacilityId facility, ClinicId clinic, String by) {}
