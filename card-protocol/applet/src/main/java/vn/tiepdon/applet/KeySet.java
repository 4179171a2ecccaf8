package vn.tiepdon.applet;

import javacard.security.AESKey;
import javacard.security.KeyBuilder;

/**
 * The keys of one role, twice: new ones are written beside those in force, and one byte switches over. Each copy has its
 * own generation and retry counter, so that they change in the same instant.
 */
final class KeySet {

    static final byte ENC = 0;
    static final byte MAC = 1;
    static final byte DEK = 2;
    static final short KEY_LENGTH = 16;

    private static final byte KEYS = 3;
    private static final byte COPIES = 2;

    private final AESKey[] keys;
    private final byte[] generations;
    private final byte[] tries;
    private final byte limit;
    private byte current;

    KeySet(byte limit) {
        this.limit = limit;
        keys = new AESKey[(short) (COPIES * KEYS)];
        for (short i = 0; i < (short) keys.length; i++) {
            keys[i] = (AESKey) KeyBuilder.buildKey(KeyBuilder.TYPE_AES, KeyBuilder.LENGTH_AES_128, false);
        }
        generations = new byte[COPIES];
        tries = new byte[COPIES];
    }

    /** 1 to 15, or 0 while there are no keys. */
    byte generation() {
        return generations[current];
    }

    AESKey key(byte purpose) {
        return keys[(short) (current * KEYS + purpose)];
    }

    /** 0 to 255. */
    short tries() {
        return (short) (tries[current] & 0xFF);
    }

    void takeTry() {
        tries[current] = (byte) (tries[current] - 1);
    }

    void refillTries() {
        tries[current] = limit;
    }

    /** Takes ENC, MAC and DEK, 48 bytes. */
    void replace(byte generation, byte[] from, short offset) {
        byte spare = spare();
        for (byte i = 0; i < KEYS; i++) {
            keys[(short) (spare * KEYS + i)].setKey(from, (short) (offset + i * KEY_LENGTH));
        }
        generations[spare] = generation;
        tries[spare] = limit;
        current = spare;
        clear(spare());
    }

    /** Removes what a loss of power left of keys that are not, or no longer, in force. */
    void tidy() {
        for (byte copy = 0; copy < COPIES; copy++) {
            if ((copy != current || generations[copy] == 0) && holdsAny(copy)) {
                clear(copy);
            }
        }
    }

    void wipe() {
        clear(current);
        clear(spare());
    }

    private byte spare() {
        return (byte) (1 - current);
    }

    private boolean holdsAny(byte copy) {
        boolean any = false;
        for (byte i = 0; i < KEYS; i++) {
            any |= keys[(short) (copy * KEYS + i)].isInitialized();
        }
        return any;
    }

    private void clear(byte copy) {
        generations[copy] = 0;
        for (byte i = 0; i < KEYS; i++) {
            keys[(short) (copy * KEYS + i)].clearKey();
        }
    }
}
