package vn.tiepdon.simulator.bench.screens;

import java.io.IOException;

/** Somebody who calls numbers one after the other. */
interface Caller {

    /** @return the ticket that was called */
    String call() throws IOException, InterruptedException;
}
