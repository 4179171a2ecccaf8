package vn.tiepdon.server.exchange.hl7;

import java.io.IOException;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** One connection from another system: message, answer, message, answer. */
final class MllpConnection {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Socket socket;
    private final Hl7Settings settings;
    private final SenderGate gate;
    private final Hl7Intake intake;

    MllpConnection(Socket socket, Hl7Settings settings, SenderGate gate, Hl7Intake intake) {
        this.socket = socket;
        this.settings = settings;
        this.gate = gate;
        this.intake = intake;
    }

    /** Until either side has enough. */
    void serve() throws IOException {
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        socket.setSoTimeout((int) settings.whole().toMillis());
        String address = socket.getInetAddress().getHostAddress();
        String certificate = certificate();
        if (!gate.knows(address, certificate)) {
            return;
        }
        MllpReader reader = new MllpReader(
                socket.getInputStream(),
                (int) settings.largest().toBytes(),
                socket::setSoTimeout,
                settings.idle(),
                settings.whole());
        try {
            long due = System.nanoTime();
            for (byte[] message = reader.next(); message != null; message = reader.next()) {
                due = rest(due);
                Optional<byte[]> answer = intake.answer(address, certificate, message);
                if (answer.isPresent()) {
                    Mllp.write(socket.getOutputStream(), answer.get());
                }
            }
        } catch (FrameBrokenException broken) {
            Mllp.write(socket.getOutputStream(), intake.tooLong(broken.begun()));
        }
    }

    /** A sender that is too fast waits; a second's messages may come at once. */
    private long rest(long due) throws IOException {
        long now = System.nanoTime();
        long next = Math.max(due, now - NANOS_PER_SECOND) + NANOS_PER_SECOND / settings.aSecond();
        if (next > now) {
            try {
                Thread.sleep((next - now) / NANOS_PER_MILLI);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IOException(stopping);
            }
        }
        return next;
    }

    private String certificate() throws IOException {
        if (!(socket instanceof SSLSocket secure)) {
            return "";
        }
        secure.startHandshake();
        try {
            byte[] shown = secure.getSession().getPeerCertificates()[0].getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(shown));
        } catch (SSLPeerUnverifiedException none) {
            return "";
        } catch (CertificateEncodingException | NoSuchAlgorithmException unusable) {
            throw new IOException(unusable);
        }
    }
}
