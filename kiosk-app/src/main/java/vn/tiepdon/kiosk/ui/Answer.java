package vn.tiepdon.kiosk.ui;

import vn.tiepdon.kiosk.flow.Touch;

/**
 * A button in the row of answers.
 *
 * @param said what a screen reader says, null when it is the text
 */
record Answer(String text, String said, Touch touch, boolean main) {

    static Answer main(String text, Touch touch) {
        return new Answer(text, null, touch, true);
    }

    static Answer other(String text, Touch touch) {
        return new Answer(text, null, touch, false);
    }

    static Answer key(String text, String said, Touch touch) {
        return new Answer(text, said, touch, false);
    }
}
