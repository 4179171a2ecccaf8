package vn.tiepdon.server.event;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes on their way to one watcher. Written without blocking, so that a thousand slow watchers cost neither a thread
 * nor each other's time. Frames wait in a bounded queue; when it is full the watcher is let go and comes back by itself.
 */
final class Connection implements WriteListener, AsyncListener {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final int capacity;
    private final Deque<byte[]> frames = new ArrayDeque<>();
    private boolean unflushed;
    private boolean writable;
    private boolean closed;

    Connection(AsyncContext context, ServletOutputStream out, int capacity) {
        this.context = context;
        this.out = out;
        this.capacity = capacity;
    }

    void start() {
        context.addListener(this);
        out.setWriteListener(this);
    }

    synchronized boolean closed() {
        return closed;
    }

    /** Takes a frame and sends it at once. */
    synchronized void send(byte[] frame) {
        add(frame);
        flush();
    }

    /** Takes a frame that goes out with the next flush; closes the connection when too many wait already. */
    synchronized void add(byte[] frame) {
        if (closed) {
            return;
        }
        if (frames.size() >= capacity) {
            log.info("a watcher was too slow for {} events and is let go", capacity);
            close();
            return;
        }
        frames.add(frame);
    }

    synchronized void flush() {
        drain();
    }

    @Override
    public synchronized void onWritePossible() {
        writable = true;
        drain();
    }

    private void drain() {
        try {
            while (!closed && writable && (!frames.isEmpty() || unflushed)) {
                writable = out.isReady();
                if (writable) {
                    step();
                }
            }
        } catch (IOException | IllegalStateException gone) {
            log.debug("a watcher has gone: {}", gone.getMessage());
            close();
        }
    }

    private void step() throws IOException {
        byte[] frame = frames.poll();
        if (frame != null) {
            out.write(frame);
            unflushed = true;
        } else {
            out.flush();
            unflushed = false;
        }
    }

    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        frames.clear();
        try {
            context.complete();
        } catch (IllegalStateException alreadyCompleted) {
            log.debug("a watcher's stream was over already: {}", alreadyCompleted.getMessage());
        }
    }

    @Override
    public void onError(Throwable gone) {
        log.debug("a watcher has gone: {}", gone.getMessage());
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
