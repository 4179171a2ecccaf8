package vn.tiepdon.kiosk.conductor;

import vn.tiepdon.kiosk.flow.Language;

/** Reads screens aloud. */
public interface Speaker {

    /** Whether there is anything to hear it with. */
    boolean available();

    /** @param screen simple name of the state; a screen without a clip stays silent */
    void speak(String screen, Language language);

    void hush();
}
