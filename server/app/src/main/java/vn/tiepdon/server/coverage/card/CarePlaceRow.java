package vn.tiepdon.server.coverage.card;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A facility's name and when it is called so.
 *
 * @param until the last day; empty: until further notice
 */
public record CarePlaceRow(FacilityCode code, LocalDate from, Optional<LocalDate> until, String name) {}
