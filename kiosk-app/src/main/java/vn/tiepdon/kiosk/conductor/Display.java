package vn.tiepdon.kiosk.conductor;

import vn.tiepdon.kiosk.flow.Kiosk;

/** Where the kiosk is drawn. Both methods return at once. */
public interface Display {

    /** @param after what happened, for the line that is logged once this has been drawn */
    void show(Kiosk kiosk, String after);

    /** Wipes every screen, shown or hidden, of the patient that was on it. */
    void forget();
}
