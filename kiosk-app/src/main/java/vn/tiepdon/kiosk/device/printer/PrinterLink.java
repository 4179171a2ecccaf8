package vn.tiepdon.kiosk.device.printer;

import java.io.IOException;
import java.time.Duration;

/** Bytes to a printer, and perhaps back. Used by one thread; only {@link #abandon} may come from another. */
interface PrinterLink {

    int NOTHING = -1;

    void send(byte[] bytes) throws IOException;

    /**
     * @return the next byte (0 to 255), or {@link #NOTHING} when none came in time
     * @throws IOException when the printer has hung up
     */
    int receive(Duration patience) throws IOException;

    /** Whether this kind of link carries answers at all. */
    boolean answers();

    /** Hangs up and throws away what has not left yet, so that it cannot be printed later. Harmless when repeated. */
    void abandon();
}
