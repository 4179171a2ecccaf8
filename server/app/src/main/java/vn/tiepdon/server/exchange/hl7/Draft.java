package vn.tiepdon.server.exchange.hl7;

import java.util.function.Function;

/**
 * A message to be sent to everybody who is told.
 *
 * @param trigger {@code ADT^A04}
 */
record Draft(String trigger, Function<Envelope, String> text) {}
