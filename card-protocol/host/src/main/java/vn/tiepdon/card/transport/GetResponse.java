package vn.tiepdon.card.transport;

import java.io.ByteArrayOutputStream;

/**
 * Fetches what a card announces with 61xx.
 *
 * <p>The JDK's provider does this too, but reuses the CLA of the command, secure messaging bits and all; it is told not
 * to by {@code sun.security.smartcardio.t0GetResponse} and {@code t1GetResponse}.
 */
public final class GetResponse implements Transport {

    static final int MAX_ROUNDS = 32;
    private static final int MORE_DATA = 0x61;
    private static final int CHANNEL_BITS = 0x03;

    private final Transport next;

    public GetResponse(Transport next) {
        this.next = next;
    }

    @Override
    public byte[] transmit(byte[] commandApdu) throws TransportException {
        byte[] answer = next.transmit(commandApdu);
        if (!hasMore(answer)) {
            return answer;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int round = 0; round < MAX_ROUNDS && hasMore(answer); round++) {
            whole.write(answer, 0, answer.length - 2);
            int available = answer[answer.length - 1] & 0xFF;
            CommandApdu fetch = CommandApdu.of(commandApdu[0] & CHANNEL_BITS, 0xC0, 0, 0)
                    .expecting(available == 0 ? CommandApdu.MAX_EXPECTED : available);
            answer = next.transmit(fetch.toBytes());
        }
        if (hasMore(answer)) {
            throw new MalformedResponseException(whole.size());
        }
        whole.writeBytes(answer);
        return whole.toByteArray();
    }

    private static boolean hasMore(byte[] answer) {
        return answer.length >= 2 && (answer[answer.length - 2] & 0xFF) == MORE_DATA;
    }
}
