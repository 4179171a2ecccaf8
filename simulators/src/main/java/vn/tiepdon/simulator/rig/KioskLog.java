package vn.tiepdon.simulator.rig;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.fault.FaultCode;

/**
 * Follows a kiosk's log: one line for each screen drawn, {@code screen=Confirm after=Identified}, and on a screen of trouble {@code fault=CARD_UNKNOWN}. The file is looked at
 * every millisecond, which bounds how late a screen is noticed.
 */
final class KioskLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KioskLog.class);
    private static final Pattern SCREEN = Pattern.compile("screen=(\\w+) after=(\\w+)(?: fault=(\\w+))?");
    private static final int REMEMBERED = 64;
    private static final long LOOK_AFTER_IT_MILLIS = 500;

    private final Path file;
    private final long from;
    private final Deque<Shown> unread = new ArrayDeque<>();
    private final List<Shown> latest = new ArrayList<>();
    private volatile boolean closed;

    /** @param from where this run of the kiosk begins in the file */
    KioskLog(Path file, long from) {
        this.file = file;
        this.from = from;
        Thread follower = new Thread(this::follow, "kiosk log");
        follower.setDaemon(true);
        follower.start();
    }

    /**
     * The next screen that fits; those before it are passed over.
     *
     * @param alive whether the kiosk still runs: a dead one is not waited for
     * @throws ScreenNotShownException when it is not drawn in time
     */
    Shown await(Predicate<Shown> wanted, String what, Duration within, BooleanSupplier alive)
            throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        synchronized (unread) {
            while (true) {
                Optional<Shown> found = takeUntil(wanted);
                if (found.isPresent()) {
                    return found.get();
                }
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || !alive.getAsBoolean()) {
                    throw new ScreenNotShownException(what, within, List.copyOf(latest));
                }
                unread.wait(Math.min(left, LOOK_AFTER_IT_MILLIS));
            }
        }
    }

    /** Forgets what was drawn until now. */
    void skipAll() {
        synchronized (unread) {
            unread.clear();
        }
    }

    private Optional<Shown> takeUntil(Predicate<Shown> wanted) {
        while (!unread.isEmpty()) {
            Shown next = unread.poll();
            if (wanted.test(next)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private void follow() {
        StringBuilder line = new StringBuilder();
        byte[] buffer = new byte[8192];
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(from);
            while (!closed) {
                int read = log.read(buffer);
                if (read <= 0) {
                    Thread.sleep(1);
                    continue;
                }
                for (char c : new String(buffer, 0, read, StandardCharsets.ISO_8859_1).toCharArray()) {
                    if (c == '\n') {
                        note(line.toString());
                        line.setLength(0);
                    } else {
                        line.append(c);
                    }
                }
            }
        } catch (IOException e) {
            LOG.warn("the kiosk's log cannot be followed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String line) {
        Matcher matcher = SCREEN.matcher(line);
        if (!matcher.find()) {
            return;
        }
        Shown shown = new Shown(matcher.group(1), matcher.group(2), fault(matcher.group(3)), System.nanoTime());
        synchronized (unread) {
            unread.add(shown);
            latest.add(shown);
            if (latest.size() > REMEMBERED) {
                latest.remove(0);
            }
            unread.notifyAll();
        }
    }

    private static FaultCode fault(String name) {
        return name == null ? null : FaultCode.valueOf(name);
    }

    @Override
    public void close() {
        closed = true;
    }
}
