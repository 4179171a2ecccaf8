package vn.tiepdon.simulator.printer;

import java.util.Arrays;

/**
 * Picks out the commands that a printer obeys at once, wherever they stand, even inside an image: {@code DLE EOT 1} to
 * {@code 4}, {@code DLE ENQ 2}, {@code DLE DC4 8} (clear the buffers). All else goes on into the buffer.
 */
final class RealTimeCommands {

    /** Where the bytes go. */
    interface Sink {
        void data(int value);

        void status(int question);

        void recover();

        void clear();
    }

    private static final int DLE = 0x10;
    private static final int[] CLEAR = {DLE, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08};

    private final Sink sink;
    private final int[] held = new int[CLEAR.length];
    private int count;

    RealTimeCommands(Sink sink) {
        this.sink = sink;
    }

    void accept(int value) {
        held[count++] = value;
        if (held[0] != DLE) {
            release();
        } else if (count > 1) {
            switch (held[1]) {
                case 0x04 -> whenWhole(value >= 1 && value <= 4, () -> sink.status(value));
                case 0x05 -> whenWhole(value == 1 || value == 2, sink::recover);
                case 0x14 -> clearing();
                default -> release();
            }
        }
    }

    private void whenWhole(boolean known, Runnable action) {
        if (count == 3) {
            if (known) {
                count = 0;
                action.run();
            } else {
                release();
            }
        }
    }

    private void clearing() {
        if (!Arrays.equals(held, 0, count, CLEAR, 0, count)) {
            release();
        } else if (count == CLEAR.length) {
            count = 0;
            sink.clear();
        }
    }

    /** The first held byte is data after all; those behind it are looked at again. */
    private void release() {
        int[] again = Arrays.copyOfRange(held, 1, count);
        count = 0;
        sink.data(held[0]);
        for (int value : again) {
            accept(value);
        }
    }
}
