package vn.tiepdon.simulator.rig;

import vn.tiepdon.api.fault.FaultCode;

/**
 * A screen that the kiosk has drawn.
 *
 * @param screen the state's name, as the kiosk's log gives it
 * @param after the event that led there
 * @param fault what the patient is told about, null when all is well
 * @param atNanos {@link System#nanoTime} when the line was seen here
 */
public record Shown(String screen, String after, FaultCode fault, long atNanos) {}
