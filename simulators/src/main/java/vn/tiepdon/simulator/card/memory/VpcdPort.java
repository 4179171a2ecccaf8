package vn.tiepdon.simulator.card.memory;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.simulator.card.VirtualCard;

/** vpcd's side of its protocol: who connects is the card in this reader, until the connection ends. */
final class VpcdPort implements Runnable {

    static final int FIRST = 35963;

    private static final Logger LOG = LoggerFactory.getLogger(VpcdPort.class);
    private static final int ANSWER_TIMEOUT_MILLIS = 10_000;
    private static final byte POWER_ON = 1;
    private static final byte SEND_ATR = 4;

    private final MemoryReader reader;
    private final ServerSocket port;

    private VpcdPort(MemoryReader reader, ServerSocket port) {
        this.reader = reader;
        this.port = port;
    }

    static void open(MemoryReader reader, int port) throws IOException {
        ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(new VpcdPort(reader, socket), "vpcd " + port);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        while (!port.isClosed()) {
            try (Socket client = port.accept()) {
                client.setTcpNoDelay(true);
                client.setSoTimeout(ANSWER_TIMEOUT_MILLIS);
                RemoteCard card = new RemoteCard(client, reader);
                reader.present(card);
                card.awaitEnd();
            } catch (IOException e) {
                LOG.debug("a card left {}", reader.name(), e);
            } finally {
                reader.yank();
            }
        }
    }

    /** A card at the other end of a connection. */
    private static final class RemoteCard implements VirtualCard {

        private static final byte[] NO_ANSWER = {};
        private static final long PULSE_MILLIS = 50;

        private final DataInputStream in;
        private final DataOutputStream out;
        private final MemoryReader reader;
        private final byte[] atr;
        private IOException end;

        private RemoteCard(Socket client, MemoryReader reader) throws IOException {
            this.reader = reader;
            in = new DataInputStream(client.getInputStream());
            out = new DataOutputStream(client.getOutputStream());
            atr = exchange(new byte[] {SEND_ATR});
        }

        @Override
        public byte[] atr() {
            return atr.clone();
        }

        @Override
        public byte[] transmit(byte[] command) {
            try {
                return exchange(command);
            } catch (IOException e) {
                over(e);
                return NO_ANSWER;
            }
        }

        @Override
        public void reset() {
            try {
                send(new byte[] {POWER_ON});
            } catch (IOException e) {
                over(e);
            }
        }

        /** Asks for the ATR now and then, as vpcd does: that is how it learns that a card has gone. */
        private synchronized void awaitEnd() throws IOException {
            try {
                while (end == null) {
                    wait(PULSE_MILLIS);
                    exchange(new byte[] {SEND_ATR});
                }
                throw end;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Out of the reader at once, so that the command that found it out fails as one on a card that was pulled. */
        private void over(IOException e) {
            reader.yank();
            synchronized (this) {
                end = e;
                notifyAll();
            }
        }

        private synchronized byte[] exchange(byte[] message) throws IOException {
            send(message);
            byte[] answer = new byte[in.readUnsignedShort()];
            in.readFully(answer);
            return answer;
        }

        private synchronized void send(byte[] message) throws IOException {
            byte[] framed = new byte[2 + message.length];
            framed[0] = (byte) (message.length >> 8);
            framed[1] = (byte) message.length;
            System.arraycopy(message, 0, framed, 2, message.length);
            out.write(framed);
        }
    }
}
