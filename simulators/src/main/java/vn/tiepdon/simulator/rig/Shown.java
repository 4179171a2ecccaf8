package vn.tiepdon.simulator.rig;

/**
 * A screen that the kiosk has drawn.
 *
 * @param screen the state's name, as the kiosk's log gives it
 * @param after the event that led there
 * @param atNanos {@link System#nanoTime} when the line was seen here
 */
public record Shown(String screen, String after, long atNanos) {}
