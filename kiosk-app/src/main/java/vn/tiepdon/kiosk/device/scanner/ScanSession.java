package vn.tiepdon.kiosk.device.scanner;

import com.fazecast.jSerialComm.SerialPort;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import vn.tiepdon.card.code.Frame;
import vn.tiepdon.card.code.FrameAssembler;
import vn.tiepdon.kiosk.device.DeviceEvent;

/** One open port, from plugging in to pulling out. */
final class ScanSession {

    static final int READ_MILLIS = 100;

    private static final Duration WATCH_EVERY = Duration.ofSeconds(1);

    /** A dead port answers at once with nothing; a silent one takes the whole read time. */
    private static final int MAX_HASTY_READS = 20;

    private final SerialPort open;
    private final ScannerPort port;
    private final Consumer<DeviceEvent> listener;
    private final RepeatFilter repeats;
    private final FrameAssembler frames = new FrameAssembler();

    ScanSession(SerialPort open, ScannerPort port, Consumer<DeviceEvent> listener, RepeatFilter repeats) {
        this.open = open;
        this.port = port;
        this.listener = listener;
        this.repeats = repeats;
    }

    void readUntilGone(CountDownLatch closed) {
        byte[] bytes = new byte[1024];
        long watched = System.nanoTime();
        int hasty = 0;
        try {
            while (closed.getCount() > 0 && hasty < MAX_HASTY_READS) {
                long before = System.nanoTime();
                int length = open.readBytes(bytes, bytes.length);
                long now = System.nanoTime();
                if (length < 0) {
                    return;
                }
                take(bytes, length, now);
                boolean waited =
                        now - before > Duration.ofMillis(READ_MILLIS / 2).toNanos();
                hasty = length > 0 || waited ? 0 : hasty + 1;
                if (now - watched > WATCH_EVERY.toNanos()) {
                    if (!port.leadsTo(open)) {
                        return;
                    }
                    watched = now;
                }
            }
        } finally {
            open.closePort();
        }
    }

    private void take(byte[] bytes, int length, long now) {
        for (int i = 0; i < length; i++) {
            frames.accept(bytes[i], now).ifPresent(frame -> scanned(frame, now));
        }
        frames.tick(now).ifPresent(frame -> scanned(frame, now));
    }

    private void scanned(Frame frame, long now) {
        if (frame instanceof Frame.Scan scan && repeats.isRepeat(scan.bytes(), now)) {
            return;
        }
        listener.accept(CodeEvents.of(frame));
    }
}
