package vn.tiepdon.applet;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;
import javacard.framework.Util;
import javacard.security.AESKey;
import javacard.security.Key;
import javacard.security.KeyBuilder;
import javacard.security.KeyPair;

/**
 * The power of one card, and what its loss leaves of a write. Stands behind every persistent write of an applet that
 * {@link TearingLoader} loaded.
 *
 * <p>A field or one byte is written or not. Of anything longer any part may be there, and what is not may be rubbish.
 * Persistent is what the applet makes with {@code new}.
 */
public final class Power {

    private static final int KEY_BYTES = 16;
    private static final long ENDLESS = Long.MAX_VALUE;

    private static Power current;

    private final Set<Object> persistent = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Random random;
    private long left = ENDLESS;
    private long used;
    private boolean lost;

    Power(long seed) {
        random = new Random(seed);
    }

    /** This card is the one that runs next. */
    void on() {
        current = this;
    }

    /** Fails at the write after so many; a byte, a field, or a byte of something longer is one. */
    void failAfter(long writes) {
        left = writes;
    }

    void restore() {
        lost = false;
        left = ENDLESS;
    }

    boolean isLost() {
        return lost;
    }

    /** How many writes there were. */
    long used() {
        return used;
    }

    public static byte[] born(byte[] array) {
        if (current != null) {
            current.persistent.add(array);
        }
        return array;
    }

    public static void field() {
        current.take(1);
    }

    public static void store(byte[] array, int index, int value) {
        if (isPersistent(array)) {
            current.take(1);
        }
        array[index] = (byte) value;
    }

    public static short arrayCopyNonAtomic(byte[] from, short fromOffset, byte[] to, short toOffset, short length) {
        byte[] written = new byte[length];
        System.arraycopy(from, fromOffset, written, 0, length);
        write(written, to, toOffset);
        return (short) (toOffset + length);
    }

    public static short arrayFillNonAtomic(byte[] to, short offset, short length, byte value) {
        byte[] written = new byte[length];
        java.util.Arrays.fill(written, value);
        write(written, to, offset);
        return (short) (offset + length);
    }

    public static short setShort(byte[] to, short offset, short value) {
        write(new byte[] {(byte) (value >> 8), (byte) value}, to, offset);
        return (short) (offset + 2);
    }

    public static void setKey(AESKey key, byte[] from, short offset) {
        if (key.getType() != KeyBuilder.TYPE_AES) {
            key.setKey(from, offset);
            return;
        }
        byte[] value = new byte[KEY_BYTES];
        System.arraycopy(from, offset, value, 0, KEY_BYTES);
        writeKey(key, value);
        key.setKey(value, (short) 0);
    }

    public static void clearKey(Key key) {
        if (key instanceof AESKey aes && key.getType() == KeyBuilder.TYPE_AES) {
            writeKey(aes, new byte[KEY_BYTES]);
        } else {
            current.take(1);
        }
        key.clearKey();
    }

    public static void genKeyPair(KeyPair pair) {
        if (current.failsWithin(2)) {
            if (current.random.nextBoolean()) {
                pair.genKeyPair();
                pair.getPrivate().clearKey();
            }
            current.fail();
        }
        current.take(2);
        pair.genKeyPair();
    }

    private static void writeKey(AESKey key, byte[] value) {
        if (current.failsWithin(KEY_BYTES)) {
            byte[] torn = new byte[KEY_BYTES];
            if (key.isInitialized()) {
                key.getKey(torn, (short) 0);
            }
            current.tear(value, torn, (short) 0);
            if (current.random.nextBoolean()) {
                key.setKey(torn, (short) 0);
            }
            current.fail();
        }
        current.take(KEY_BYTES);
    }

    private static void write(byte[] written, byte[] to, short offset) {
        if (isPersistent(to)) {
            if (current.failsWithin(written.length)) {
                current.tear(written, to, offset);
                current.fail();
            }
            current.take(written.length);
        }
        Util.arrayCopyNonAtomic(written, (short) 0, to, offset, (short) written.length);
    }

    private static boolean isPersistent(byte[] array) {
        return current != null && current.persistent.contains(array);
    }

    private boolean failsWithin(int writes) {
        return lost || left < writes;
    }

    private void take(int writes) {
        if (failsWithin(writes)) {
            fail();
        }
        left -= left == ENDLESS ? 0 : writes;
        used += writes;
    }

    private void fail() {
        lost = true;
        throw new PowerLost();
    }

    /** Either the first bytes are there, or of each byte nobody knows: old, new or neither. */
    private void tear(byte[] written, byte[] to, short offset) {
        if (lost) {
            return;
        }
        boolean orderly = random.nextBoolean();
        for (int i = 0; i < written.length; i++) {
            int what = orderly ? i < left ? 1 : 0 : random.nextInt(3);
            if (what == 1) {
                to[offset + i] = written[i];
            } else if (what == 2) {
                to[offset + i] = (byte) random.nextInt();
            }
        }
    }
}
