package vn.tiepdon.card.transport;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each exchange at DEBUG: instruction, parameters, lengths, status word, duration. Never a byte of data. */
public final class RedactedLog implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(RedactedLog.class);

    private final Transport next;

    public RedactedLog(Transport next) {
        this.next = next;
    }

    @Override
    public byte[] transmit(byte[] commandApdu) throws TransportException {
        if (!LOG.isDebugEnabled()) {
            return next.transmit(commandApdu);
        }
        long start = System.nanoTime();
        try {
            byte[] answer = next.transmit(commandApdu);
            LOG.debug("{} -> {}, {} us", command(commandApdu), answer(answer), microsSince(start));
            return answer;
        } catch (TransportException e) {
            LOG.debug("{} -> {}, {} us", command(commandApdu), e.getClass().getSimpleName(), microsSince(start));
            throw e;
        }
    }

    private static String command(byte[] apdu) {
        if (apdu.length < 4) {
            return "command of " + apdu.length + " bytes";
        }
        return "INS %02X P1P2 %02X%02X, %d bytes".formatted(apdu[1], apdu[2], apdu[3], apdu.length);
    }

    private static String answer(byte[] answer) {
        return answer.length < 2
                ? "answer of " + answer.length + " bytes"
                : "SW " + ResponseApdu.statusOf(answer) + ", " + (answer.length - 2) + " bytes";
    }

    private static long microsSince(long start) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
    }
}
