package vn.tiepdon.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;

/** All that the card keeps when it has no power. */
final class Holdings {

    final Lifecycle lifecycle;
    final IdentityFile identity;
    final Records records;
    final KeyRing keys;
    final CardKey key;
    final byte[] serial;

    private boolean wiped;

    /** @param transportKeys ENC, MAC and DEK, 48 bytes */
    Holdings(byte[] serial, byte transportVersion, byte[] transportKeys, short offset) {
        this.serial = serial;
        lifecycle = new Lifecycle();
        identity = new IdentityFile();
        records = new Records();
        keys = new KeyRing(transportVersion, transportKeys, offset);
        key = new CardKey();
    }

    /** The start of what the card's keys are derived from: its card id, or while it is blank its serial. */
    short copyDiversification(byte[] to, short offset, short length) {
        byte[] from = lifecycle.is(Lifecycle.BLANK) ? serial : identity.cardId();
        short known = (short) from.length < length ? (short) from.length : length;
        short end = Util.arrayCopyNonAtomic(from, (short) 0, to, offset, known);
        return Util.arrayFillNonAtomic(to, end, (short) (length - known), (byte) 0);
    }

    /** From here on the card is a patient's: its transport keys are gone. */
    void personalise() {
        if (!key.isGenerated() || identity.length() == 0 || !keys.isComplete()) {
            ISOException.throwIt(ISO7816.SW_CONDITIONS_NOT_SATISFIED);
        }
        identity.noteCardId();
        lifecycle.become(Lifecycle.PERSONALISED);
        keys.forgetTransport();
    }

    /** The state first: a card that loses power on the way is ended, and goes on wiping when it is next selected. */
    void end() {
        lifecycle.become(Lifecycle.ENDED);
        wipe();
    }

    /** Takes up what a loss of power left undone, and drops what was not made valid. */
    void tidy() {
        records.forget();
        identity.forget();
        keys.tidy();
        if (!lifecycle.is(Lifecycle.BLANK) && keys.knowsTransport()) {
            keys.forgetTransport();
        }
        if (lifecycle.is(Lifecycle.ENDED) && !wiped) {
            wipe();
        }
    }

    private void wipe() {
        keys.wipe();
        key.wipe();
        records.wipe();
        identity.wipe();
        wiped = true;
    }
}
