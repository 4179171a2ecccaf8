package vn.tiepdon.server.exchange.fhir;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import vn.tiepdon.server.appointment.Appointment;

/**
 * An appointment and what is told of it beside.
 *
 * @param minutes its slot's length; empty when the clinic's schedule does not know the slot any more
 * @param changed when it became what it is
 */
record Appointed(Appointment appointment, OptionalInt minutes, Optional<Instant> changed) {}
