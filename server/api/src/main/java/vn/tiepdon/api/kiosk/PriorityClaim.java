package vn.tiepdon.api.kiosk;

/** What patients may say of themselves in order to go first; it counts when staff have seen it. */
public enum PriorityClaim {
    WAR_MERIT,
    PREGNANT,
    SPECIALLY_SEVERE_DISABILITY,
    SEVERE_DISABILITY
}
