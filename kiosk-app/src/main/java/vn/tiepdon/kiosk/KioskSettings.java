package vn.tiepdon.kiosk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.tiepdon.kiosk.device.printer.PrinterAddress;

/**
 * What is particular to one kiosk, from {@code kiosk.properties} (UTF-8) in its data folder. A system property
 * {@code tiepdon.kiosk.KEY} goes before the file's {@code KEY}. See docs/devices.md.
 *
 * @param server base address of the server: {@code https://tiepdon.benhvien.example/}
 * @param dataFolder settings, device token, unanswered check-ins
 * @param enrolmentCode the administrator's one-time code; needed once
 * @param cardProvider {@code jna} (the PC/SC service of the system), {@code jdk}, or the class name of a {@code java.security.Provider}
 * @param readerName which readers to use, when there are several
 * @param scannerPort {@code COM3}, {@code /dev/serial/by-id/…}, {@code usb:VVVV:PPPP[:SERIAL]}; empty without scanner
 * @param scannerBaud bits per second; USB scanners ignore it
 * @param printer empty without printer
 * @param fullscreen false shows a window, for trying it out
 */
public record KioskSettings(
        URI server,
        Path dataFolder,
        Optional<String> enrolmentCode,
        String cardProvider,
        Pattern readerName,
        Optional<String> scannerPort,
        int scannerBaud,
        Optional<PrinterAddress> printer,
        boolean fullscreen) {

    private static final String PREFIX = "tiepdon.kiosk.";

    private static final String FILE = "kiosk.properties";

    /** @throws IllegalArgumentException when a value makes no sense; the message names its key */
    public static KioskSettings load() throws IOException {
        return load(System::getProperty);
    }

    static KioskSettings load(UnaryOperator<String> overrides) throws IOException {
        Path data = SettingsSource.dataFolder(PREFIX, "kiosk", overrides);
        SettingsSource source = SettingsSource.load(PREFIX, data.resolve(FILE), overrides);
        return new KioskSettings(
                source.parsed("server", "http://localhost:8080/", URI::create),
                data,
                source.text("enrolment-code"),
                source.parsed("card.provider", "jna", String::strip),
                source.parsed("card.reader", ".*", Pattern::compile),
                source.text("scanner.port"),
                source.parsed("scanner.baud", "9600", Integer::parseInt),
                source.parsed("printer", "none", PrinterAddress::parse),
                source.parsed("fullscreen", "true", Boolean::parseBoolean));
    }

    /** Without the enrolment code. */
    @Override
    public String toString() {
        return "KioskSettings[server=%s, dataFolder=%s, cardProvider=%s, readerName=%s, scannerPort=%s, printer=%s]"
                .formatted(server, dataFolder, cardProvider, readerName, scannerPort, printer);
    }
}
