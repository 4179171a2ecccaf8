package vn.tiepdon.kiosk.device.scanner;

import com.fazecast.jSerialComm.SerialPort;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.kiosk.device.DeviceEvent;

/**
 * A code scanner in serial mode (USB-COM or RS-232, UTF-8). One daemon thread opens the port, reads, and opens it again
 * when the scanner was unplugged; jSerialComm's own listeners are not used, because they miss the unplugging of scanners
 * (#524) and may flood (#72).
 */
public final class SerialScanner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SerialScanner.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final ScannerPort port;
    private final int baud;
    private final Consumer<DeviceEvent> listener;
    private final RepeatFilter repeats = new RepeatFilter();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean told;
    private boolean present;

    /** @param port see docs/devices.md: {@code COM3}, {@code /dev/serial/by-id/…}, {@code usb:VVVV:PPPP[:SERIAL]} */
    public SerialScanner(String port, int baud, Consumer<DeviceEvent> listener) {
        this.port = new ScannerPort(port);
        this.baud = baud;
        this.listener = listener;
    }

    public SerialScanner start() {
        Thread thread = new Thread(this::run, "scanner");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void run() {
        Duration pause = SHORTEST_PAUSE;
        try {
            do {
                Optional<SerialPort> opened = open();
                tell(opened.isPresent());
                if (opened.isPresent()) {
                    new ScanSession(opened.get(), port, listener, repeats).readUntilGone(closed);
                    pause = SHORTEST_PAUSE;
                } else {
                    Duration doubled = pause.multipliedBy(2);
                    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
                }
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<SerialPort> open() {
        return port.find().filter(found -> {
            found.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            found.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, ScanSession.READ_MILLIS, 0);
            return found.openPort();
        });
    }

    private void tell(boolean now) {
        if (told && present == now) {
            return;
        }
        told = true;
        present = now;
        if (now) {
            LOG.info("scanner is ready at {}", port.name());
        } else {
            LOG.warn("no scanner at {}", port.name());
        }
        listener.accept(new DeviceEvent.PartChanged(DeviceHealth.Kind.SCANNER, now ? null : FaultCode.SCANNER_MISSING));
    }

    /** Ends within a second. */
    @Override
    public void close() {
        closed.countDown();
    }
}
