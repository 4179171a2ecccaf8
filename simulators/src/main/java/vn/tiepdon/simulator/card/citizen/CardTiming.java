package vn.tiepdon.simulator.card.citizen;

import java.time.Duration;

/**
 * How long a contactless card and its reader take for one command (ISO/IEC 14443-3 and -4, type A):
 *
 * <pre>
 * time = (command + response + 2 * 3 * frames) bytes * 9 bits / bit rate   on the air
 *      + perApdu                                                           reader, USB, the card's dispatcher
 *      + steps * perCryptoStep                                             the card's crypto unit
 * </pre>
 *
 * A byte is 9 bits on the air (8 and parity). A frame of up to 256 bytes has 3 bytes of its own (protocol control byte
 * and CRC), and is answered by one. How long the card takes for AES and hashes is part of {@code perApdu}.
 *
 * @param kilobitsPerSecond 106, 212, 424 or 848
 * @param perApdu <b>assumed</b>, not measured on real cards
 * @param perCryptoStep one multiplication on a 256-bit curve, or one signature; <b>assumed</b> too
 */
public record CardTiming(int kilobitsPerSecond, Duration perApdu, Duration perCryptoStep) {

    private static final int BITS_PER_BYTE = 9;
    private static final int FRAME = 256;
    private static final int BYTES_OF_FRAME_AND_ANSWER = 6;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** The slowest link that every card knows, and a chip that takes its time. */
    public static CardTiming slow() {
        return new CardTiming(106, Duration.ofMillis(5), Duration.ofMillis(60));
    }

    /** The fastest link, and a quick chip. */
    public static CardTiming fast() {
        return new CardTiming(848, Duration.ofMillis(2), Duration.ofMillis(20));
    }

    public CardTiming withBitRate(int kilobits) {
        return new CardTiming(kilobits, perApdu, perCryptoStep);
    }

    public CardTiming withCryptoStep(Duration each) {
        return new CardTiming(kilobitsPerSecond, perApdu, each);
    }

    /** @param steps of the card's crypto unit */
    public Duration of(int commandBytes, int responseBytes, int steps) {
        long frames = frames(commandBytes) + frames(responseBytes);
        long bits = (commandBytes + responseBytes + frames * BYTES_OF_FRAME_AND_ANSWER) * BITS_PER_BYTE;
        return perApdu.plus(perCryptoStep.multipliedBy(steps)).plusNanos(bits * NANOS_PER_MILLI / kilobitsPerSecond);
    }

    private static long frames(int bytes) {
        return Math.max(1, (bytes + FRAME - 1) / FRAME);
    }
}
