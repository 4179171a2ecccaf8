package vn.tiepdon.simulator.printer;

/** The host had the printer forget what it was about to print. */
final class BufferClearedException extends Exception {

    private static final long serialVersionUID = 1L;

    BufferClearedException() {
        super("buffer cleared");
    }
}
