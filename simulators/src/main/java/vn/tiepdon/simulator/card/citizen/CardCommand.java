package vn.tiepdon.simulator.card.citizen;

import java.util.Arrays;
import java.util.Optional;

/**
 * A command as a card takes it apart (ISO/IEC 7816-4, 5.1).
 *
 * @param expected Ne: 0 when Le is absent, 256 or 65536 when it is zero
 * @param extended whether the lengths were in their long form
 */
record CardCommand(int cla, int ins, int p1, int p2, byte[] data, int expected, boolean extended) {

    static final int SHORT_MAX = 256;
    static final int EXTENDED_MAX = 65_536;

    private static final int SECURE_MESSAGING = 0x0C;
    private static final int CHAINED = 0x10;
    private static final int HEADER = 4;

    /** @return empty when the lengths do not add up */
    static Optional<CardCommand> parse(byte[] apdu) {
        if (apdu.length < HEADER) {
            return Optional.empty();
        }
        if (apdu.length == HEADER) {
            return Optional.of(of(apdu, new byte[0], 0, false));
        }
        int first = apdu[HEADER] & 0xFF;
        if (apdu.length == HEADER + 1) {
            return Optional.of(of(apdu, new byte[0], first == 0 ? SHORT_MAX : first, false));
        }
        return first == 0 ? parseExtended(apdu) : parseShort(apdu, first);
    }

    private static Optional<CardCommand> parseShort(byte[] apdu, int length) {
        int end = HEADER + 1 + length;
        if (apdu.length != end && apdu.length != end + 1) {
            return Optional.empty();
        }
        int le = apdu.length == end ? 0 : zeroIs(SHORT_MAX, apdu[end] & 0xFF);
        return Optional.of(of(apdu, Arrays.copyOfRange(apdu, HEADER + 1, end), le, false));
    }

    private static Optional<CardCommand> parseExtended(byte[] apdu) {
        int start = HEADER + 3;
        if (apdu.length < start) {
            return Optional.empty();
        }
        int length = word(apdu, HEADER + 1);
        if (apdu.length == start) {
            return Optional.of(of(apdu, new byte[0], zeroIs(EXTENDED_MAX, length), true));
        }
        int end = start + length;
        if (length == 0 || apdu.length != end && apdu.length != end + 2) {
            return Optional.empty();
        }
        int le = apdu.length == end ? 0 : zeroIs(EXTENDED_MAX, word(apdu, end));
        return Optional.of(of(apdu, Arrays.copyOfRange(apdu, start, end), le, true));
    }

    private static CardCommand of(byte[] apdu, byte[] data, int expected, boolean extended) {
        return new CardCommand(
                apdu[0] & 0xFF, apdu[1] & 0xFF, apdu[2] & 0xFF, apdu[3] & 0xFF, data, expected, extended);
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static int zeroIs(int meant, int length) {
        return length == 0 ? meant : length;
    }

    boolean isProtected() {
        return (cla & SECURE_MESSAGING) == SECURE_MESSAGING;
    }

    /** Whether more commands of the same chain follow. */
    boolean isChained() {
        return (cla & CHAINED) != 0;
    }

    byte[] header() {
        return new byte[] {(byte) cla, (byte) ins, (byte) p1, (byte) p2};
    }

    int p1p2() {
        return p1 << 8 | p2;
    }

    /** This command without its protection. */
    CardCommand opened(byte[] plain, int plainExpected) {
        return new CardCommand(cla & ~SECURE_MESSAGING, ins, p1, p2, plain, plainExpected, extended);
    }

    @Override
    public String toString() {
        return "CardCommand[%02X %02X %02X %02X]".formatted(cla, ins, p1, p2);
    }
}
