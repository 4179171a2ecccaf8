package vn.tiepdon.server.facility;

import java.time.LocalTime;

/**
 * A clinic at one instant.
 *
 * @param opensAt when it opens later on the same calendar day; null when open or not opening any more
 */
public record ClinicOpening(Clinic clinic, boolean open, LocalTime opensAt) {}
