package vn.tiepdon.simulator.bench.kill;

import java.util.UUID;

/** A ticket: as promised to a kiosk, or as found in the database. */
record Issued(UUID ticket, Slot slot, String patient) {}
