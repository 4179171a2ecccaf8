package vn.tiepdon.applet;

/** What the framework's {@code Util} lacks. */
final class Bytes {

    private Bytes() {}

    /** Compares secrets: the time it takes does not tell where they differ. */
    static boolean equal(byte[] a, short aOffset, byte[] b, short bOffset, short length) {
        byte difference = 0;
        for (short i = 0; i < length; i++) {
            difference |= (byte) (a[(short) (aOffset + i)] ^ b[(short) (bOffset + i)]);
        }
        return difference == 0;
    }

    /** Whether the unsigned number a is higher than b; both big-endian. */
    static boolean isHigher(byte[] a, short aOffset, byte[] b, short bOffset, short length) {
        for (short i = 0; i < length; i++) {
            short difference = (short) ((a[(short) (aOffset + i)] & 0xFF) - (b[(short) (bOffset + i)] & 0xFF));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return false;
    }

    static void xor(byte[] with, short withOffset, byte[] into, short intoOffset, short length) {
        for (short i = 0; i < length; i++) {
            into[(short) (intoOffset + i)] ^= with[(short) (withOffset + i)];
        }
    }
}
