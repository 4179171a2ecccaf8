package vn.tiepdon.server.exchange.job;

/** How far a job is. */
public enum ImportState {
    /** Until the jobs before it have ended. */
    WAITING,
    RUNNING,
    /** Everything that could be imported is. */
    DONE,
    /** Somebody stopped it; what was imported before stays. */
    CANCELLED,
    /** The file could not be read to its end; what was imported before stays. */
    BROKEN;

    public boolean ended() {
        return this == DONE || this == CANCELLED || this == BROKEN;
    }
}
