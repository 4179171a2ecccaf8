package vn.tiepdon.applet;

import javacard.framework.ISOException;

/** The card's key sets, one for each role. A key version is the role in the high digit, the generation in the low one. */
final class KeyRing {

    static final byte TRANSPORT = 0;
    static final byte READING = 1;
    static final byte WRITING = 2;
    static final byte ADMINISTERING = 3;

    static final short SW_NO_SUCH_KEY_SET = 0x6A88;

    private static final byte ROLES = 4;
    private static final byte FEW_TRIES = 15;
    private static final byte MANY_TRIES = (byte) 255;

    private final KeySet[] sets;

    /** @param transportKeys ENC, MAC and DEK, 48 bytes */
    KeyRing(byte transportVersion, byte[] transportKeys, short offset) {
        sets = new KeySet[ROLES];
        sets[TRANSPORT] = new KeySet(MANY_TRIES);
        sets[READING] = new KeySet(FEW_TRIES);
        sets[WRITING] = new KeySet(FEW_TRIES);
        sets[ADMINISTERING] = new KeySet(MANY_TRIES);
        sets[TRANSPORT].replace(generationOf(transportVersion), transportKeys, offset);
    }

    static byte roleOf(byte version) {
        return (byte) ((version >> 4) & 0x0F);
    }

    static byte generationOf(byte version) {
        return (byte) (version & 0x0F);
    }

    /** The set of this very role and generation. */
    KeySet inForce(byte version) {
        KeySet set = ofRole(version);
        if (generationOf(version) == 0 || set.generation() != generationOf(version)) {
            ISOException.throwIt(SW_NO_SUCH_KEY_SET);
        }
        return set;
    }

    /** The set of this role, whatever its generation. */
    KeySet ofRole(byte version) {
        byte role = roleOf(version);
        if (role >= ROLES) {
            ISOException.throwIt(SW_NO_SUCH_KEY_SET);
        }
        return sets[role];
    }

    /** The version in force, or 0 while there is none. */
    byte version(byte role) {
        byte generation = sets[role].generation();
        return generation == 0 ? 0 : (byte) ((role << 4) | generation);
    }

    boolean isComplete() {
        return version(READING) != 0 && version(WRITING) != 0 && version(ADMINISTERING) != 0;
    }

    void refillTries() {
        for (byte i = READING; i < ROLES; i++) {
            sets[i].refillTries();
        }
    }

    void forgetTransport() {
        sets[TRANSPORT].wipe();
    }

    boolean knowsTransport() {
        return version(TRANSPORT) != 0;
    }

    void tidy() {
        for (byte i = 0; i < ROLES; i++) {
            sets[i].tidy();
        }
    }

    void wipe() {
        for (byte i = 0; i < ROLES; i++) {
            sets[i].wipe();
        }
    }
}
