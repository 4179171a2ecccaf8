package vn.tiepdon.kiosk.device.printer;

import java.nio.file.Path;
import java.util.Optional;

/** Where the ticket printer is. */
public sealed interface PrinterAddress {

    /** The raw port ("JetDirect") of nearly every network printer. */
    int RAW_PORT = 9100;

    /** A network printer; the only kind that can say how it is. */
    record Network(String host, int port) implements PrinterAddress {}

    /** A device path ({@code /dev/usb/lp0}, {@code \\.\LPT1}) or a file; takes tickets and answers nothing. */
    record DevicePath(Path path) implements PrinterAddress {}

    /**
     * @param text {@code none}, {@code host}, {@code host:port}, {@code [v6]:port}, or a path (it holds a slash or
     *     backslash)
     * @throws IllegalArgumentException when the port is no port
     */
    static Optional<PrinterAddress> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || "none".equals(trimmed)) {
            return Optional.empty();
        }
        if (trimmed.indexOf('/') >= 0 || trimmed.indexOf('\\') >= 0) {
            return Optional.of(new DevicePath(Path.of(trimmed)));
        }
        int colon = trimmed.lastIndexOf(':');
        if (colon < 0 || trimmed.endsWith("]")) {
            return Optional.of(new Network(trimmed, RAW_PORT));
        }
        int port = Integer.parseInt(trimmed.substring(colon + 1));
        if (port < 1 || port > 0xFFFF) {
            throw new IllegalArgumentException("no such port: " + port);
        }
        return Optional.of(new Network(trimmed.substring(0, colon), port));
    }
}
