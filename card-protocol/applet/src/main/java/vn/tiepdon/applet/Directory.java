package vn.tiepdon.applet;

import javacard.framework.JCSystem;
import javacard.framework.Util;

/** Writes the answer to SELECT: what the card is and what it holds, see docs/patient-card.md. */
final class Directory {

    private static final byte LAYOUT_VERSION = 1;
    private static final byte FILE_CONTROL = 0x6F;
    private static final byte AID = (byte) 0x84;
    private static final byte PROPRIETARY = (byte) 0xA5;
    private static final byte VERSION = (byte) 0x80;
    private static final byte STATE = (byte) 0x81;
    private static final byte FILES = (byte) 0x82;
    private static final byte KEY_VERSIONS = (byte) 0x83;
    private static final byte REVISION = (byte) 0x84;
    private static final byte VISITS = (byte) 0x85;
    private static final byte FREE_MEMORY = (byte) 0x86;
    private static final byte SERIAL = (byte) 0x87;
    private static final byte IDENTITY = 0x01;

    private Directory() {}

    /** Writes from offset 0 and returns the length. */
    static short write(byte[] to, Holdings card) {
        short at = JCSystem.getAID().getBytes(to, (short) 4);
        tag(to, (short) 2, AID, at);
        at += 4;
        short content = (short) (at + 2);
        at = tag(to, content, VERSION, (short) 1);
        to[at++] = LAYOUT_VERSION;
        at = tag(to, at, STATE, (short) 1);
        to[at++] = card.lifecycle.state();
        at = tag(to, at, FILES, (short) 9);
        at = file(to, at, IDENTITY, card.identity.length());
        at = file(
                to, at, Records.EMERGENCY, card.records.file(Records.EMERGENCY).length());
        at = file(
                to,
                at,
                Records.MEDICATION,
                card.records.file(Records.MEDICATION).length());
        at = tag(to, at, KEY_VERSIONS, (short) 3);
        to[at++] = card.keys.version(KeyRing.READING);
        to[at++] = card.keys.version(KeyRing.WRITING);
        to[at++] = card.keys.version(KeyRing.ADMINISTERING);
        at = tag(to, at, REVISION, Root.REVISION_LENGTH);
        at = card.records.copyRevision(to, at);
        at = tag(to, at, VISITS, (short) 2);
        to[at++] = card.records.visits().count();
        to[at++] = VisitLog.ROOM;
        at = tag(to, at, FREE_MEMORY, (short) 2);
        at = Util.setShort(to, at, JCSystem.getAvailableMemory(JCSystem.MEMORY_TYPE_PERSISTENT));
        at = tag(to, at, SERIAL, (short) card.serial.length);
        at = Util.arrayCopyNonAtomic(card.serial, (short) 0, to, at, (short) card.serial.length);
        tag(to, (short) (content - 2), PROPRIETARY, (short) (at - content));
        tag(to, (short) 0, FILE_CONTROL, (short) (at - 2));
        return at;
    }

    private static short tag(byte[] to, short at, byte tag, short length) {
        to[at++] = tag;
        to[at++] = (byte) length;
        return at;
    }

    private static short file(byte[] to, short at, byte sfi, short length) {
        to[at++] = sfi;
        return Util.setShort(to, at, length);
    }
}
