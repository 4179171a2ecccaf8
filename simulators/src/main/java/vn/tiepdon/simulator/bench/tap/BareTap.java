package vn.tiepdon.simulator.bench.tap;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import jnasmartcardio.Smartcardio.JnaTerminalFactorySpi;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.card.patientcard.CardChallenge;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.simulator.card.VirtualCard;
import vn.tiepdon.simulator.card.VirtualReaderSlot;
import vn.tiepdon.simulator.printer.VirtualPrinter;

/**
 * The floor: a bare program waits for the card, sends the same commands, makes one HTTP round trip that asks for nothing
 * but the health check, and puts a ticket's bytes on the printer's socket. No window, no checks, no decisions.
 */
final class BareTap implements AutoCloseable {

    private static final String READER = "Virtual PCD 00 01";
    private static final long PATIENCE_MILLIS = 10_000;

    private final VirtualReaderSlot slot;
    private final CardTerminal terminal;
    private final VirtualPrinter printer;
    private final Socket printerLine;
    private final Socket serverLine;
    private final byte[] request;
    private final SecureRandom random = new SecureRandom();

    BareTap(VirtualPrinter printer, URI server, Duration perCommand) throws CardException, IOException {
        this.slot = VirtualReaderSlot.connect(VirtualReaderSlot.FIRST_PORT + 1);
        slot.latency(perCommand);
        this.terminal = new JnaTerminalFactorySpi((Object) null)
                .engineTerminals().list().stream()
                        .filter(reader -> reader.getName().startsWith(READER))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no second virtual reader"));
        this.printer = printer;
        this.printerLine = new Socket(InetAddress.getLoopbackAddress(), printer.port());
        this.serverLine = new Socket(server.getHost(), server.getPort());
        printerLine.setTcpNoDelay(true);
        serverLine.setTcpNoDelay(true);
        this.request = "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n"
                .formatted(ApiPaths.HEALTH, server.getAuthority())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @return nanoseconds from the card's presentation to the last of the ticket's bytes at the printer */
    long measure(VirtualCard card, byte[] ticket) throws InterruptedException, ExecutionException, TimeoutException {
        int before = printer.tickets().size();
        CompletableFuture<Void> kiosk = CompletableFuture.runAsync(() -> serve(ticket));
        long shown = System.nanoTime();
        slot.present(card);
        kiosk.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        long printed = printer.awaitTicket(before + 1, Duration.ofMillis(PATIENCE_MILLIS))
                .lastByteNanos();
        slot.yank();
        awaitAbsent();
        return printed - shown;
    }

    private void serve(byte[] ticket) {
        try {
            if (!terminal.waitForCardPresent(PATIENCE_MILLIS)) {
                throw new IllegalStateException("no card came");
            }
            Card card = terminal.connect("*");
            identify(transport(card.getBasicChannel()));
            roundTrip();
            printerLine.getOutputStream().write(ticket);
            card.disconnect(false);
        } catch (CardException | IOException | TransportException | PatientCardException e) {
            throw new IllegalStateException("the floor could not be measured", e);
        }
    }

    private void identify(Transport card) throws TransportException, PatientCardException {
        PatientCardReader reader = new PatientCardReader();
        reader.read(card);
        byte[] nonce = new byte[CardChallenge.NONCE_LENGTH];
        random.nextBytes(nonce);
        reader.authenticate(card, CardChallenge.of("floor", Instant.now(), nonce));
    }

    private static Transport transport(CardChannel channel) {
        return command -> {
            try {
                return channel.transmit(new CommandAPDU(command)).getBytes();
            } catch (CardException e) {
                throw new IllegalStateException("the virtual card did not answer", e);
            }
        };
    }

    /** Reads until the end of the health check's small JSON body. */
    private void roundTrip() throws IOException {
        serverLine.getOutputStream().write(request);
        InputStream in = serverLine.getInputStream();
        int last = in.read();
        while (last != '}') {
            if (last < 0) {
                throw new IOException("the server hung up");
            }
            last = in.read();
        }
        while (in.available() > 0) {
            in.read();
        }
    }

    private void awaitAbsent() {
        try {
            terminal.waitForCardAbsent(PATIENCE_MILLIS);
        } catch (CardException e) {
            throw new IllegalStateException("the card did not leave", e);
        }
    }

    @Override
    public void close() throws IOException {
        slot.close();
        printerLine.close();
        serverLine.close();
    }
}
