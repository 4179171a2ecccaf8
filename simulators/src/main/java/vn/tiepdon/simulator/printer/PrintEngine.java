package vn.tiepdon.simulator.printer;

import java.util.function.IntConsumer;
import java.util.function.ObjLongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Obeys commands in the order in which they were sent. Knows what a ticket needs ({@code ESC @}, {@code GS v 0}, feed,
 * cut, {@code GS r}) and the settings around it; anything else is counted as rubbish on paper.
 */
final class PrintEngine implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PrintEngine.class);

    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int LF = 0x0A;
    private static final int LINE_ROWS = 30;
    private static final int MAX_RASTER_ROWS = 2303;
    private static final String ONE_BYTE_SETTINGS = "aEM-!23G{RtV";

    private final ReceiveBuffer buffer;
    private final PrinterCondition condition;
    private final IntConsumer answers;
    private final ObjLongConsumer<PaperStrip> cut;
    private volatile int rubbish;
    private PaperStrip strip = new PaperStrip();
    private int clearing;

    PrintEngine(
            ReceiveBuffer buffer, PrinterCondition condition, IntConsumer answers, ObjLongConsumer<PaperStrip> cut) {
        this.buffer = buffer;
        this.condition = condition;
        this.answers = answers;
        this.cut = cut;
    }

    int rubbish() {
        return rubbish;
    }

    @Override
    public void run() {
        try {
            while (true) {
                clearing = buffer.clearings();
                obeyUntilCleared();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void obeyUntilCleared() throws InterruptedException {
        try {
            while (true) {
                try {
                    command();
                } catch (UnknownCommandException e) {
                    rubbish++;
                    LOG.debug("rubbish on paper, {}", e.getMessage());
                }
            }
        } catch (BufferClearedException e) {
            LOG.info("buffer cleared");
        }
    }

    private void command() throws InterruptedException, BufferClearedException, UnknownCommandException {
        ReceiveBuffer.Arrival first = buffer.take(clearing);
        condition.awaitReady();
        switch (first.value()) {
            case ESC -> escape(next());
            case GS -> group(next(), first.nanos());
            case LF -> feed(LINE_ROWS);
            default -> throw new UnknownCommandException(first.value());
        }
    }

    private void escape(int command) throws InterruptedException, BufferClearedException, UnknownCommandException {
        switch (command) {
            case '@' -> {}
            case 'd' -> feed(next() * LINE_ROWS);
            case 'J' -> feed(next());
            default -> {
                if (ONE_BYTE_SETTINGS.indexOf(command) < 0) {
                    throw new UnknownCommandException(ESC, command);
                }
                if (command != '2') {
                    next();
                }
            }
        }
    }

    private void group(int command, long nanos)
            throws InterruptedException, BufferClearedException, UnknownCommandException {
        switch (command) {
            case 'v' -> raster(nanos);
            case 'V' -> cut(buffer.take(clearing));
            case 'r' -> {
                next();
                answers.accept(condition.hasPaper() ? 0x00 : 0x0C);
            }
            case 'a', '!', 'B' -> next();
            default -> throw new UnknownCommandException(GS, command);
        }
    }

    private void raster(long nanos) throws InterruptedException, BufferClearedException, UnknownCommandException {
        int kind = next();
        int mode = next();
        int across = next() | next() << 8;
        int rows = next() | next() << 8;
        if (kind != '0' || mode != 0 && mode != '0' || across != PaperStrip.WIDTH_BYTES || rows > MAX_RASTER_ROWS) {
            throw new UnknownCommandException(GS, 'v', kind, mode, across, rows);
        }
        strip.imageBegins(nanos);
        for (int row = 0; row < rows; row++) {
            byte[] dots = new byte[across];
            for (int i = 0; i < across; i++) {
                dots[i] = (byte) next();
            }
            condition.awaitRow();
            strip.print(dots);
        }
    }

    private void feed(int rows) throws InterruptedException {
        for (int i = 0; i < rows; i++) {
            condition.awaitRow();
            strip.feed();
        }
    }

    private void cut(ReceiveBuffer.Arrival mode) throws InterruptedException, BufferClearedException {
        ReceiveBuffer.Arrival last = mode;
        if (mode.value() == 'A' || mode.value() == 'B') {
            last = buffer.take(clearing);
            feed(last.value());
        }
        PaperStrip finished = strip;
        strip = new PaperStrip();
        cut.accept(finished, last.nanos());
    }

    private int next() throws InterruptedException, BufferClearedException {
        return buffer.take(clearing).value();
    }
}
