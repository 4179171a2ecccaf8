package vn.tiepdon.kiosk.device.scanner;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the scanner is plugged in, by a name that outlives unplugging: a path ({@code /dev/serial/by-id/…}), a Windows
 * port ({@code COM3}), or {@code usb:VVVV:PPPP[:SERIAL]}, vendor and product in hex.
 */
record ScannerPort(String name) {

    private static final String USB = "usb:";

    Optional<SerialPort> find() {
        if (name.startsWith(USB)) {
            return Arrays.stream(SerialPort.getCommPorts())
                    .filter(this::isMeant)
                    .findFirst();
        }
        if (isPath() && !Files.exists(Path.of(name))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    SerialPort.getCommPort(isPath() ? Path.of(name).toRealPath().toString() : name));
        } catch (SerialPortInvalidPortException | IOException e) {
            return Optional.empty();
        }
    }

    /** Whether the port that was opened is still the one that the name leads to: isOpen says so for ever (jSerialComm #399). */
    boolean leadsTo(SerialPort opened) {
        if (!isPath()) {
            return Arrays.stream(SerialPort.getCommPorts())
                    .anyMatch(port -> port.getSystemPortPath().equals(opened.getSystemPortPath()));
        }
        try {
            return Path.of(name)
                    .toRealPath()
                    .equals(Path.of(opened.getSystemPortPath()).toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isPath() {
        return name.startsWith("/");
    }

    private boolean isMeant(SerialPort port) {
        String usual = USB + "%04x:%04x".formatted(port.getVendorID(), port.getProductID());
        String exact = usual + ":" + port.getSerialNumber();
        return name.toLowerCase(Locale.ROOT).equals(usual) || name.equalsIgnoreCase(exact);
    }
}
