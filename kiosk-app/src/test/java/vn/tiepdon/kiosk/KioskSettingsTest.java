package vn.tiepdon.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tiepdon.kiosk.device.printer.PrinterAddress;

class KioskSettingsTest {

    @TempDir
    Path folder;

    private final Map<String, String> properties = new HashMap<>();

    private KioskSettings load() throws Exception {
        properties.put("tiepdon.kiosk.data", folder.toString());
        return KioskSettings.load(properties::get);
    }

    @Test
    void withoutAnyFileAKioskLooksForAServerOnThisMachine() throws Exception {
        KioskSettings settings = load();
        assertThat(settings.server()).hasToString("http://localhost:8080/");
        assertThat(settings.printer()).isEmpty();
        assertThat(settings.scannerPort()).isEmpty();
        assertThat(settings.fullscreen()).isTrue();
    }

    @Test
    void aSystemPropertyGoesBeforeTheFile() throws Exception {
        Files.writeString(folder.resolve("kiosk.properties"), "printer=10.0.0.9\nserver=http://a.example/\n");
        properties.put("tiepdon.kiosk.printer", "10.0.0.7:9101");
        assertThat(load().printer()).contains(new PrinterAddress.Network("10.0.0.7", 9101));
        assertThat(load().server()).hasToString("http://a.example/");
    }

    @Test
    void aPathIsAPrinterOnThisMachineAndAHostAloneHasTheRawPort() {
        assertThat(PrinterAddress.parse("/dev/usb/lp0"))
                .contains(new PrinterAddress.DevicePath(Path.of("/dev/usb/lp0")));
        assertThat(PrinterAddress.parse("may-in-1")).contains(new PrinterAddress.Network("may-in-1", 9100));
        assertThat(PrinterAddress.parse("none")).isEmpty();
    }

    @Test
    void aSettingWithoutSenseIsNamed() {
        properties.put("tiepdon.kiosk.scanner.baud", "fast");
        assertThatThrownBy(this::load).hasMessageContaining("scanner.baud");
    }

    @Test
    void theEnrolmentCodeIsNeverPrinted() throws Exception {
        properties.put("tiepdon.kiosk.enrolment-code", "ABCD-1234");
        assertThat(load().enrolmentCode()).contains("ABCD-1234");
        assertThat(load().toString()).doesNotContain("ABCD-1234");
    }
}
