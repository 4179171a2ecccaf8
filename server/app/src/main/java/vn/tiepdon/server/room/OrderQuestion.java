package vn.tiepdon.server.room;

/**
 * What is ordered first for the current patient.
 *
 * @param unclear whether it is asked again because something is missing
 */
record OrderQuestion(String label, OrderForm typed, boolean unclear) {}
