package vn.tiepdon.kiosk.device.printer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A printer behind a device path. It is only written to: such devices have no reading with a time limit. */
final class DevicePathLink implements PrinterLink {

    private static final Logger LOG = LoggerFactory.getLogger(DevicePathLink.class);

    private final OutputStream out;

    private DevicePathLink(OutputStream out) {
        this.out = out;
    }

    static DevicePathLink open(Path path) throws IOException {
        // Without CREATE: an unplugged /dev/usb/lp0 must not become a file of that name.
        return new DevicePathLink(Files.newOutputStream(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    @Override
    public int receive(Duration patience) {
        return NOTHING;
    }

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public void abandon() {
        try {
            out.close();
        } catch (IOException e) {
            LOG.debug("printer device did not close cleanly", e);
        }
    }
}
