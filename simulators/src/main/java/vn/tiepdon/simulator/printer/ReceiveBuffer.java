package vn.tiepdon.simulator.printer;

/** The printer's memory for what it has not printed yet: 256 KB, and the sender waits when it is full. */
final class ReceiveBuffer {

    private static final int CAPACITY = 256 * 1024;

    /** A byte and when it arrived. */
    record Arrival(int value, long nanos) {}

    private final byte[] bytes = new byte[CAPACITY];
    private final long[] arrivals = new long[CAPACITY];
    private int head;
    private int size;
    private int clearings;

    synchronized void put(byte[] chunk, long nanos) throws InterruptedException {
        int clearing = clearings;
        for (byte value : chunk) {
            while (size == CAPACITY && clearing == clearings) {
                wait();
            }
            if (clearing != clearings) {
                return;
            }
            int tail = (head + size) % CAPACITY;
            bytes[tail] = value;
            arrivals[tail] = nanos;
            if (size++ == 0) {
                notifyAll();
            }
        }
    }

    /** @throws BufferClearedException when the buffer was cleared since the command that {@code clearing} belongs to */
    synchronized Arrival take(int clearing) throws InterruptedException, BufferClearedException {
        while (size == 0 && clearing == clearings) {
            wait();
        }
        if (clearing != clearings) {
            throw new BufferClearedException();
        }
        Arrival next = new Arrival(bytes[head] & 0xFF, arrivals[head]);
        head = (head + 1) % CAPACITY;
        if (size-- == CAPACITY) {
            notifyAll();
        }
        return next;
    }

    synchronized void clear() {
        size = 0;
        clearings++;
        notifyAll();
    }

    synchronized int clearings() {
        return clearings;
    }
}
