package vn.tiepdon.kiosk.conductor;

import vn.tiepdon.kiosk.flow.Language;

/** Reads screens aloud. */
public interface Speaker {

    /**
     * Whether this screen can be heard: there is a sound device, and a clip.
     *
     * @param screen simple name of the state
     */
    boolean speaks(String screen, Language language);

    /** @param screen simple name of the state; a screen without a clip stays silent */
    void speak(String screen, Language language);

    void hush();
}
