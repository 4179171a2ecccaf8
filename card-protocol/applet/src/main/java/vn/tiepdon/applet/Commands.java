package vn.tiepdon.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/**
 * What the card does, once a command is plain: whose right it is, in which state, and the deed. Answers are written from
 * offset 0 of the buffer; each command returns how long its answer is.
 */
final class Commands {

    /** Class and instruction; the secure messaging bit of the class is taken off before. */
    static final short INTERNAL_AUTHENTICATE = 0x0088;

    static final short READ_BINARY = 0x00B0;

    private static final short READ_RECORD = 0x00B2;
    private static final short PUT_KEY = (short) 0x80D8;
    private static final short GENERATE_KEY = (short) 0x80E0;
    private static final short STORE_DATA = (short) 0x80E2;
    private static final short COMMIT = (short) 0x80E4;
    private static final short CHANGE_STATE = (short) 0x80F0;

    private static final byte PERSONALISE = 0x00;
    private static final byte ACTIVATE = 0x01;
    private static final byte BLOCK = 0x02;
    private static final byte UNBLOCK = 0x03;
    private static final byte END = 0x04;

    /** One bit for each kind of caller. */
    private static final byte FREE = 0x01;

    private static final byte TRANSPORT = 0x02;
    private static final byte READING = 0x04;
    private static final byte WRITING = 0x08;
    private static final byte ADMINISTERING = 0x10;
    private static final byte EVERYBODY = FREE | TRANSPORT | READING | WRITING | ADMINISTERING;
    private static final byte IN_USE = Lifecycle.IN_PERSONALISED | Lifecycle.IN_ACTIVE;

    private static final byte IDENTITY = 0x01;
    private static final byte SFI_BITS = 0x7F;
    private static final byte VISIT_RECORD = 0x24;
    private static final short CHALLENGE_LENGTH = 32;
    private static final short OFFSET_LENGTH = 2;

    private static final short CURRENT_FILE = 0;

    private final Holdings card;
    private final SecureChannel channel;
    private final KeyOrders orders;
    private final byte[] session;

    Commands(Holdings card, SecureChannel channel, KeyOrders orders) {
        this.card = card;
        this.channel = channel;
        this.orders = orders;
        session = JCSystem.makeTransientByteArray((short) 1, JCSystem.CLEAR_ON_DESELECT);
    }

    void forgetCurrentFile() {
        session[CURRENT_FILE] = 0;
    }

    /**
     * @param length of the plain data, which starts at the usual offset
     * @param wanted how long an answer may be
     */
    short execute(short instruction, byte[] buffer, short length, short wanted) {
        switch (instruction) {
            case READ_BINARY:
                return readBinary(buffer, length, wanted);
            case READ_RECORD:
                return readRecord(buffer, length);
            case INTERNAL_AUTHENTICATE:
                return internalAuthenticate(buffer, length);
            case GENERATE_KEY:
                return generateKey(buffer, length);
            case PUT_KEY:
                return putKey(buffer, length);
            case STORE_DATA:
                return storeData(buffer, length);
            case COMMIT:
                return commit(buffer, length);
            case CHANGE_STATE:
                return changeState(buffer, length);
            default:
                ISOException.throwIt(ISO7816.SW_INS_NOT_SUPPORTED);
                return 0;
        }
    }

    private short readBinary(byte[] buffer, short length, short wanted) {
        byte p1 = buffer[ISO7816.OFFSET_P1];
        boolean named = p1 < 0;
        byte sfi = named ? (byte) (p1 & SFI_BITS) : session[CURRENT_FILE];
        short offset = (short) (buffer[ISO7816.OFFSET_P2] & 0xFF);
        if (!named) {
            offset = Util.makeShort(p1, buffer[ISO7816.OFFSET_P2]);
        }
        if (!named && sfi == 0) {
            ISOException.throwIt(ISO7816.SW_CONDITIONS_NOT_SATISFIED);
        }
        short count;
        if (sfi == IDENTITY) {
            allow(EVERYBODY, (byte) (IN_USE | Lifecycle.IN_BLOCKED));
            requireLength(length, (short) 0);
            count = card.identity.read(offset, wanted, buffer, (short) 0);
        } else {
            RecordFile file = card.records.file(sfi);
            allow((byte) (READING | WRITING | ADMINISTERING), IN_USE);
            requireLength(length, (short) 0);
            count = file.read(offset, wanted, buffer, (short) 0);
        }
        session[CURRENT_FILE] = sfi;
        return count;
    }

    private short readRecord(byte[] buffer, short length) {
        allow((byte) (READING | WRITING | ADMINISTERING), IN_USE);
        requireLength(length, (short) 0);
        if (buffer[ISO7816.OFFSET_P2] != VISIT_RECORD) {
            ISOException.throwIt(ISO7816.SW_FILE_NOT_FOUND);
        }
        return card.records.visits().read(buffer[ISO7816.OFFSET_P1], buffer, (short) 0);
    }

    private short internalAuthenticate(byte[] buffer, short length) {
        allow(EVERYBODY, (byte) (IN_USE | Lifecycle.IN_BLOCKED));
        requireParameters(buffer, (short) 0);
        requireLength(length, CHALLENGE_LENGTH);
        return card.key.sign(card.identity.cardId(), buffer, ISO7816.OFFSET_CDATA, length, (short) 0);
    }

    private short generateKey(byte[] buffer, short length) {
        allow(TRANSPORT, Lifecycle.IN_BLANK);
        requireParameters(buffer, (short) 0);
        requireLength(length, (short) 0);
        // Personalisation begins anew: the identity names the card's key, and the records are some patient's.
        card.identity.drop();
        card.records.reset();
        return card.key.generate(buffer, (short) 0);
    }

    /** A key order proves itself; only its place in time is asked for here. */
    private short putKey(byte[] buffer, short length) {
        allowWriting();
        requireP2(buffer, (byte) 0);
        requireLength(length, KeyOrders.LENGTH);
        byte version = buffer[ISO7816.OFFSET_P1];
        byte generation = KeyRing.generationOf(version);
        boolean blank = card.lifecycle.is(Lifecycle.BLANK);
        KeySet set = card.keys.ofRole(version);
        if (KeyRing.roleOf(version) == KeyRing.TRANSPORT || generation == 0) {
            ISOException.throwIt(KeyRing.SW_NO_SUCH_KEY_SET);
        }
        byte wrapping = card.keys.version(blank ? KeyRing.TRANSPORT : KeyRing.ADMINISTERING);
        orders.open(card.keys.inForce(wrapping).key(KeySet.DEK), wrapping, version, buffer, ISO7816.OFFSET_CDATA);
        boolean newer = blank || generation > set.generation();
        if (newer) {
            set.replace(generation, buffer, ISO7816.OFFSET_CDATA);
        }
        Util.arrayFillNonAtomic(buffer, ISO7816.OFFSET_CDATA, KeyOrders.LENGTH, (byte) 0);
        if (!newer) {
            ISOException.throwIt(ISO7816.SW_WRONG_DATA);
        }
        return 0;
    }

    /** Data: offset in the file (2 bytes), then the chunk. P1: the file, and whether this chunk ends it. */
    private short storeData(byte[] buffer, short length) {
        byte p1 = buffer[ISO7816.OFFSET_P1];
        byte sfi = (byte) (p1 & SFI_BITS);
        if (sfi == IDENTITY) {
            allow(TRANSPORT, Lifecycle.IN_BLANK);
        } else {
            allowWriting();
        }
        requireP2(buffer, (byte) 0);
        if (length < OFFSET_LENGTH) {
            ISOException.throwIt(ISO7816.SW_WRONG_LENGTH);
        }
        short from = (short) (ISO7816.OFFSET_CDATA + OFFSET_LENGTH);
        short count = (short) (length - OFFSET_LENGTH);
        short at = Util.getShort(buffer, ISO7816.OFFSET_CDATA);
        if (sfi == IDENTITY) {
            card.identity.store(buffer, from, count, at, p1 < 0);
        } else {
            card.records.store(sfi, buffer, from, count, at, p1 < 0);
        }
        return 0;
    }

    private short commit(byte[] buffer, short length) {
        allowWriting();
        requireParameters(buffer, (short) 0);
        requireLength(length, Root.REVISION_LENGTH);
        card.records.commit(buffer, ISO7816.OFFSET_CDATA);
        return 0;
    }

    private short changeState(byte[] buffer, short length) {
        requireLength(length, (short) 0);
        requireP2(buffer, (byte) 0);
        switch (buffer[ISO7816.OFFSET_P1]) {
            case PERSONALISE:
                allow(TRANSPORT, Lifecycle.IN_BLANK);
                card.personalise();
                break;
            case ACTIVATE:
                allow((byte) (TRANSPORT | WRITING | ADMINISTERING), IN_USE);
                card.lifecycle.become(Lifecycle.ACTIVE);
                break;
            case BLOCK:
                allow((byte) (WRITING | ADMINISTERING), IN_USE);
                card.lifecycle.become(Lifecycle.BLOCKED);
                break;
            case UNBLOCK:
                allow(ADMINISTERING, (byte) (Lifecycle.IN_ACTIVE | Lifecycle.IN_BLOCKED));
                card.keys.refillTries();
                card.lifecycle.become(Lifecycle.ACTIVE);
                break;
            case END:
                allow(ADMINISTERING, (byte) (IN_USE | Lifecycle.IN_BLOCKED));
                card.end();
                break;
            default:
                ISOException.throwIt(ISO7816.SW_INCORRECT_P1P2);
        }
        return 0;
    }

    /** Transport keys write a blank card, the writing and administering ones a card in use. */
    private void allowWriting() {
        if (caller() == TRANSPORT) {
            card.lifecycle.require(Lifecycle.IN_BLANK);
        } else {
            allow((byte) (WRITING | ADMINISTERING), IN_USE);
        }
    }

    private void allow(byte callers, byte states) {
        if ((caller() & callers) == 0) {
            ISOException.throwIt(ISO7816.SW_SECURITY_STATUS_NOT_SATISFIED);
        }
        card.lifecycle.require(states);
    }

    private byte caller() {
        if (!channel.isOpen()) {
            return FREE;
        }
        return (byte) (TRANSPORT << KeyRing.roleOf(channel.version()));
    }

    private static void requireLength(short length, short expected) {
        if (length != expected) {
            ISOException.throwIt(ISO7816.SW_WRONG_LENGTH);
        }
    }

    private static void requireParameters(byte[] buffer, short expected) {
        if (Util.getShort(buffer, ISO7816.OFFSET_P1) != expected) {
            ISOException.throwIt(ISO7816.SW_INCORRECT_P1P2);
        }
    }

    private static void requireP2(byte[] buffer, byte expected) {
        if (buffer[ISO7816.OFFSET_P2] != expected) {
            ISOException.throwIt(ISO7816.SW_INCORRECT_P1P2);
        }
    }
}
