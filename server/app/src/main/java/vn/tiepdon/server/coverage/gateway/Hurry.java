package vn.tiepdon.server.coverage.gateway;

/** Whether somebody waits for the answer. */
public enum Hurry {
    NOW,
    LATER
}
