package vn.tiepdon.kiosk.device.printer;

import java.io.IOException;

/** The one connection to the printer, kept open between tickets: the next one need not wait for a handshake. */
final class PrinterLine {

    private final PrinterAddress address;
    private volatile PrinterLink link;
    private PrinterDialogue dialogue;

    PrinterLine(PrinterAddress address) {
        this.address = address;
    }

    /** A dialogue with an emptied printer, opened now if there is none. */
    PrinterDialogue open() throws IOException, PrintFailedException {
        if (link == null) {
            PrinterLink opened = connect();
            link = opened;
            dialogue = new PrinterDialogue(opened);
            dialogue.begin();
        }
        return dialogue;
    }

    /** The same, made sure that it can print; an idle connection that the printer has closed is made anew, once. */
    PrinterDialogue openReady() throws IOException, PrintFailedException {
        boolean old = link != null;
        try {
            open().requireReady();
        } catch (IOException e) {
            drop();
            if (!old) {
                throw e;
            }
            open().requireReady();
        }
        return dialogue;
    }

    /** Hangs up, from any thread; what has not left the machine never will. */
    void drop() {
        PrinterLink open = link;
        link = null;
        if (open != null) {
            open.abandon();
        }
    }

    private PrinterLink connect() throws IOException {
        if (address instanceof PrinterAddress.Network network) {
            return NetworkLink.connect(network);
        }
        return DevicePathLink.open(((PrinterAddress.DevicePath) address).path());
    }
}
