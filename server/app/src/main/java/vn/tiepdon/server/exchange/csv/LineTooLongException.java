package vn.tiepdon.server.exchange.csv;

import java.io.IOException;

/** A row is longer than anything that is read; perhaps a quote was never closed. */
class LineTooLongException extends IOException {

    LineTooLongException(int longest) {
        super("longer than " + longest);
    }
}
