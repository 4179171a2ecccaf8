package vn.tiepdon.server.administration;

import java.util.List;

/**
 * A clinic in the list.
 *
 * @param rooms codes
 * @param given numbers of today
 * @param opens whether it has any opening hours
 */
public record ClinicLine(ClinicRow clinic, List<String> rooms, int given, int waiting, boolean opens) {}
