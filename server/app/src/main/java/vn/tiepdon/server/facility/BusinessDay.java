package vn.tiepdon.server.facility;

import java.time.LocalDate;

/** A hospital's working day: begins and ends at the hospital's own boundary, not at midnight of any machine. */
public record BusinessDay(LocalDate date) {}
