package vn.tiepdon.simulator.printer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * A receipt printer on a TCP port of this machine. Each ticket becomes a PNG. Like a real one it keeps what it has
 * received when paper runs out, prints it when paper comes back, and forgets it only when it is told to or unplugged.
 */
public final class VirtualPrinter implements AutoCloseable {

    private final PrinterCondition condition = new PrinterCondition();
    private final ReceiveBuffer buffer = new ReceiveBuffer();
    private final PrinterPlug plug;
    private final PrintEngine engine;
    private final Thread engineThread;
    private final ExecutorService camera = Executors.newSingleThreadExecutor(task -> daemon(task, "ticket-images"));
    private final Path folder;
    private final Consumer<PrintedTicket> listener;
    private final List<PrintedTicket> tickets = new ArrayList<>();
    private int sequence;

    private VirtualPrinter(int port, Path folder, Consumer<PrintedTicket> listener) {
        this.folder = folder;
        this.listener = listener;
        this.plug = new PrinterPlug(port, HostInput::new);
        this.engine = new PrintEngine(buffer, condition, this::answer, this::cut);
        this.engineThread = daemon(engine, "print-engine");
    }

    /**
     * @param port 9100, or 0 for any that is free
     * @param folder where the PNGs go; made when missing
     * @param listener told of each ticket once its PNG is there
     */
    public static VirtualPrinter start(int port, Path folder, Consumer<PrintedTicket> listener) throws IOException {
        Files.createDirectories(folder);
        VirtualPrinter printer = new VirtualPrinter(port, folder, listener);
        printer.plug.in();
        printer.engineThread.start();
        return printer;
    }

    public int port() {
        return plug.port();
    }

    public void runOutOfPaper() {
        condition.loadPaper(0);
    }

    /** @param rows what is left on the roll, in rows of dots; 8 of them are a millimetre */
    public void loadPaper(int rows) {
        condition.loadPaper(rows);
    }

    /** A roll that never ends. */
    public void loadPaper() {
        condition.loadPaper();
    }

    public void coverOpen(boolean open) {
        condition.coverOpen(open);
    }

    public void offline(boolean offline) {
        condition.offline(offline);
    }

    /** The knife is stuck. */
    public void jammed(boolean jammed) {
        condition.jammed(jammed);
    }

    /** Takes bytes and answers nothing, as a printer that hangs, or a print server in between. */
    public void mute(boolean mute) {
        condition.mute(mute);
    }

    /** Power off: connections break, and the memory is empty. */
    public void unplug() throws IOException {
        plug.out();
        buffer.clear();
    }

    public void plugIn() throws IOException {
        plug.in();
    }

    /** Breaks the connection without losing power; the memory stays. */
    public void cutConnection() throws IOException {
        plug.cutConnection();
    }

    public List<PrintedTicket> tickets() {
        synchronized (tickets) {
            return List.copyOf(tickets);
        }
    }

    /** Waits for the ticket with this number in {@link PrintedTicket#sequence}. */
    public PrintedTicket awaitTicket(int wanted, Duration patience) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (tickets) {
            while (tickets.size() < wanted) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new TimeoutException("only " + tickets.size() + " tickets were printed");
                }
                tickets.wait(left / 1_000_000 + 1);
            }
            return tickets.get(wanted - 1);
        }
    }

    /** How often bytes came that no printer understands; they would be rubbish on paper. */
    public int rubbish() {
        return engine.rubbish();
    }

    @Override
    public void close() throws IOException {
        plug.out();
        engineThread.interrupt();
        camera.shutdownNow();
    }

    private void answer(int value) {
        if (!condition.isMute()) {
            plug.answer(value);
        }
    }

    private void cut(PaperStrip strip, long lastByteNanos) {
        if (strip.hasImage()) {
            camera.execute(() -> photograph(strip, lastByteNanos));
        }
    }

    private void photograph(PaperStrip strip, long lastByteNanos) {
        int number = ++sequence;
        Path image = folder.resolve("ticket-%04d.png".formatted(number));
        try {
            ImageIO.write(strip.toImage(), "png", image.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + image, e);
        }
        PrintedTicket ticket = new PrintedTicket(number, strip.firstByteNanos(), lastByteNanos, image);
        listener.accept(ticket);
        synchronized (tickets) {
            tickets.add(ticket);
            tickets.notifyAll();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The bytes of one connection: some are obeyed at once, the others go into the buffer. */
    private final class HostInput implements PrinterPlug.Reader, RealTimeCommands.Sink {

        private final RealTimeCommands commands = new RealTimeCommands(this);
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();

        @Override
        public void read(byte[] bytes, int length, long nanos) throws InterruptedException {
            for (int i = 0; i < length; i++) {
                commands.accept(bytes[i] & 0xFF);
            }
            buffer.put(data.toByteArray(), nanos);
            data.reset();
        }

        @Override
        public void data(int value) {
            data.write(value);
        }

        @Override
        public void status(int question) {
            answer(condition.answer(question));
        }

        @Override
        public void recover() {
            condition.recover();
        }

        /** Answered with the clear response of three bytes. */
        @Override
        public void clear() {
            data.reset();
            buffer.clear();
            answer(0x37);
            answer(0x25);
            answer(0x00);
        }
    }
}
