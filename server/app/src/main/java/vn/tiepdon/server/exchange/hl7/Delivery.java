package vn.tiepdon.server.exchange.hl7;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.facility.HospitalClock;

/**
 * Tells one receiver what waits for it, one message after the other: the next only when the last was answered. A
 * receiver whose answer does not come is told the same again later, with the same MSH-10, and must know it by that.
 */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private static final int CONNECT_MILLIS = 10_000;
    private static final int LONGEST_ANSWER = 64 * 1024;

    /** Beyond the time for an answer: nobody else begins while this one still waits. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** Every so many attempts it is said again that a receiver is gone. */
    private static final int REMINDED = 50;

    private final Partner to;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Hl7Settings settings;
    private final HospitalClock clock;
    private final TransactionTemplate transaction;
    private final UUID server;

    Delivery(
            Partner to,
            Outbox outbox,
            Deliveries deliveries,
            Hl7Settings settings,
            HospitalClock clock,
            TransactionTemplate transaction,
            UUID server) {
        this.to = to;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
        this.server = server;
    }

    /** Until nothing waits, the receiver fails, or the server stops. */
    void run(BooleanSupplier goingOn) {
        if (!hold()) {
            return;
        }
        try (Socket socket = connect()) {
            MllpReader answers = new MllpReader(
                    socket.getInputStream(),
                    LONGEST_ANSWER,
                    socket::setSoTimeout,
                    settings.patience(),
                    settings.patience());
            Optional<Letter> letter = outbox.next(to);
            while (letter.isPresent() && goingOn.getAsBoolean() && hold()) {
                tell(socket, answers, letter.get());
                letter = outbox.next(to);
            }
        } catch (IOException | GeneralSecurityException failure) {
            fail(failure);
        } finally {
            deliveries.leave(to, server);
        }
    }

    private boolean hold() {
        return deliveries.take(to, server, clock.now(), settings.patience().plus(MARGIN));
    }

    private void tell(Socket socket, MllpReader answers, Letter letter) throws IOException {
        Acknowledgment answer;
        try {
            answer = answer(socket, answers, letter);
        } catch (IOException silent) {
            outbox.unanswered(to, letter);
            throw silent;
        }
        transaction.executeWithoutResult(status -> {
            if (answer.accepted()) {
                outbox.delivered(to, letter, clock.now());
            } else {
                outbox.refused(to, letter, answer, clock.now());
            }
        });
    }

    private Acknowledgment answer(Socket socket, MllpReader answers, Letter letter) throws IOException {
        Mllp.write(socket.getOutputStream(), letter.message().getBytes(StandardCharsets.UTF_8));
        byte[] bytes = answers.next();
        if (bytes == null) {
            throw new IOException("ended without an answer");
        }
        return Acknowledgment.of(bytes)
                .filter(it -> it.controlId().equals(Outbox.controlId(to, letter.seq())))
                .filter(it -> it.accepted() || it.refused())
                .orElseThrow(() -> new IOException("an answer to something else"));
    }

    private Socket connect() throws IOException, GeneralSecurityException {
        SocketFactory sockets = to.tls() ? Tls.connecting(settings) : SocketFactory.getDefault();
        Socket socket = sockets.createSocket();
        try {
            socket.connect(new InetSocketAddress(to.host(), to.port()), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            if (socket instanceof SSLSocket secure) {
                SSLParameters demanding = secure.getSSLParameters();
                demanding.setEndpointIdentificationAlgorithm("HTTPS");
                secure.setSSLParameters(demanding);
                secure.setSoTimeout(CONNECT_MILLIS);
                secure.startHandshake();
            }
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private void fail(Exception failure) {
        String error = kind(failure);
        int failures = deliveries.failed(to, error, clock.now());
        if (failures % REMINDED == 1) {
            log.warn(
                    "HL7: {} is not reached, {} times in a row: {}", to.device().value(), failures, error);
        }
    }

    private static String kind(Exception failure) {
        String name = failure.getClass().getSimpleName().replace("Exception", "");
        return name.length() <= 40 ? name : name.substring(0, 40);
    }
}
