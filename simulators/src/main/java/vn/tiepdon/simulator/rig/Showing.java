package vn.tiepdon.simulator.rig;

import java.io.IOException;

/** Puts a card on the reader, or a code before the scanner. */
@FunctionalInterface
public interface Showing {

    void show() throws IOException;
}
