package vn.tiepdon.kiosk.flow;

/** How long the patient has been waiting for one answer. */
public enum Pace {
    /** Under 400 ms: nothing needs to be said. */
    QUICK,
    /** Say what is happening. */
    SLOW,
    /** Over 8 s: say what else the patient can do. */
    VERY_SLOW
}
