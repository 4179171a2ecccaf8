package vn.tiepdon.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;

/** What the card is: one byte, so that it changes at once or not at all. */
final class Lifecycle {

    static final byte BLANK = 0x01;
    static final byte PERSONALISED = 0x03;
    static final byte ACTIVE = 0x07;
    static final byte BLOCKED = 0x0F;
    static final byte ENDED = 0x7F;

    /** One bit for each state that a command may be given in. */
    static final byte IN_BLANK = 0x01;

    static final byte IN_PERSONALISED = 0x02;
    static final byte IN_ACTIVE = 0x04;
    static final byte IN_BLOCKED = 0x08;

    private byte state;

    Lifecycle() {
        state = BLANK;
    }

    byte state() {
        return state;
    }

    boolean is(byte which) {
        return state == which;
    }

    void become(byte next) {
        state = next;
    }

    void require(byte states) {
        if ((bit() & states) == 0) {
            ISOException.throwIt(ISO7816.SW_CONDITIONS_NOT_SATISFIED);
        }
    }

    private byte bit() {
        switch (state) {
            case BLANK:
                return IN_BLANK;
            case PERSONALISED:
                return IN_PERSONALISED;
            case ACTIVE:
                return IN_ACTIVE;
            case BLOCKED:
                return IN_BLOCKED;
            default:
                return 0;
        }
    }
}
