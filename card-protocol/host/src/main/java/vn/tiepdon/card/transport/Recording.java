package vn.tiepdon.card.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a session down as text, for {@link Replay}: a line {@code > hex} per command and {@code < hex} per response,
 * or {@code ! name} for a {@link TransportException}.
 *
 * <p>A recording holds everything the card says, the patient's name included. It is for a support case with the
 * hospital's consent, and says so at WARN when it starts.
 */
public final class Recording implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Transport next;
    private final Appendable to;

    public Recording(Transport next, Appendable to) {
        this.next = next;
        this.to = to;
        LOG.warn("card sessions are being recorded, personal data included: switch this off after the support case");
    }

    @Override
    public byte[] transmit(byte[] commandApdu) throws TransportException {
        line("> " + HEX.formatHex(commandApdu));
        try {
            byte[] answer = next.transmit(commandApdu);
            line("< " + HEX.formatHex(answer));
            return answer;
        } catch (TransportException e) {
            line("! " + e.getClass().getSimpleName());
            throw e;
        }
    }

    private void line(String text) {
        try {
            to.append(text).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
