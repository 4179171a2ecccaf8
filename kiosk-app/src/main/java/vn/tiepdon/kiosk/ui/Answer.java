package vn.tiepdon.kiosk.ui;

import vn.tiepdon.kiosk.flow.Touch;

/**
 * A button in the row of answers.
 *
 * @param said what a screen reader says, null when it is the text
 * @param touch null where nothing is to be touched
 */
record Answer(String text, String said, Touch touch, boolean main) {

    static Answer main(String text, Touch touch) {
        return new Answer(text, null, touch, true);
    }

    static Answer other(String text, Touch touch) {
        return new Answer(text, null, touch, false);
    }

    /** Leaves the place of the main answer empty: the other one stands where it always does. */
    static Answer noMain() {
        return new Answer("", null, null, true);
    }

    static Answer key(String text, String said, Touch touch) {
        return new Answer(text, said, touch, false);
    }
}
