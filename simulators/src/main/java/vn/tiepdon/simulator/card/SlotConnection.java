package vn.tiepdon.simulator.card;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One card in one vpcd slot. Messages both ways are a length (2 bytes, big-endian) and so many bytes; one byte from vpcd
 * is a control code, more are a command APDU.
 */
final class SlotConnection implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(SlotConnection.class);
    private static final Duration RECONNECT = Duration.ofMillis(50);
    private static final int CONNECT_TIMEOUT_MILLIS = 1000;
    private static final int POWER_OFF = 0;
    private static final int POWER_ON = 1;
    private static final int RESET = 2;
    private static final int SEND_ATR = 4;

    private final int port;
    private final VirtualCard card;
    private final Duration latency;
    private final int pulledAfter;
    private final boolean lastCarriedOut;
    private volatile boolean closed;
    private volatile int commands;
    private volatile Socket socket;

    /** @param lastCarriedOut whether the command by which the card leaves reaches it */
    SlotConnection(int port, VirtualCard card, Duration latency, int pulledAfter, boolean lastCarriedOut) {
        this.port = port;
        this.card = card;
        this.latency = latency;
        this.pulledAfter = pulledAfter;
        this.lastCarriedOut = lastCarriedOut;
    }

    void start() {
        Thread thread = new Thread(this::run, "virtual card " + port);
        thread.setDaemon(true);
        thread.start();
    }

    int commands() {
        return commands;
    }

    private void run() {
        while (!closed) {
            try (Socket open = open()) {
                serve(open);
            } catch (IOException e) {
                LOG.trace("vpcd on port {} is away", port, e);
            }
            if (!closed) {
                LockSupport.parkNanos(RECONNECT.toNanos());
            }
        }
    }

    private Socket open() throws IOException {
        Socket opened = new Socket();
        socket = opened;
        opened.setTcpNoDelay(true);
        opened.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MILLIS);
        if (closed) {
            opened.close();
        }
        return opened;
    }

    private void serve(Socket open) throws IOException {
        card.reset();
        DataInputStream in = new DataInputStream(open.getInputStream());
        OutputStream out = open.getOutputStream();
        while (!closed) {
            acknowledgeAtOnce(open);
            int length = in.readUnsignedShort();
            acknowledgeAtOnce(open);
            byte[] message = in.readNBytes(length);
            if (message.length < length) {
                return;
            }
            byte[] answer = length == 1 ? control(message[0]) : command(message);
            if (answer.length > 0) {
                out.write(ByteBuffer.allocate(2 + answer.length)
                        .putShort((short) answer.length)
                        .put(answer)
                        .array());
            }
        }
    }

    /** vpcd writes length and content apart: with Nagle there and delayed acknowledgements here, 40 ms per command. */
    private static void acknowledgeAtOnce(Socket open) throws IOException {
        if (open.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            open.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        } else {
            open.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
    }

    private byte[] control(int code) {
        return switch (code) {
            case SEND_ATR -> card.atr();
            case POWER_OFF, POWER_ON, RESET -> {
                card.reset();
                yield new byte[0];
            }
            default -> new byte[0];
        };
    }

    private byte[] command(byte[] apdu) {
        if (commands >= pulledAfter) {
            if (lastCarriedOut) {
                card.transmit(apdu);
            }
            close();
            return new byte[0];
        }
        commands++;
        if (!latency.isZero()) {
            LockSupport.parkNanos(latency.toNanos());
        }
        return card.transmit(apdu);
    }

    @Override
    public void close() {
        closed = true;
        Socket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.trace("the slot on port {} was closed already", port, e);
            }
        }
    }
}
