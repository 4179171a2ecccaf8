package vn.tiepdon.applet;

/** The card left its reader in the middle of a write. */
final class PowerLost extends Error {

    private static final long serialVersionUID = 1L;

    PowerLost() {
        super("power lost", null, false, false);
    }
}
