package vn.tiepdon.applet;

import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/**
 * The hospital's patient card: an identity file signed by the hospital, and a key that tells the card from a copy.
 *
 * <p>Every command, tag and right is in docs/patient-card.md. A blank card can be written; once activated it refuses
 * every write, until secure messaging gives writing its own keys.
 */
public final class PatientCardApplet extends Applet {

    private static final byte CLA_PROPRIETARY = (byte) 0x80;
    private static final byte CHANNEL_BITS = (byte) 0x03;
    private static final byte SECURE_MESSAGING_BITS = (byte) 0x0C;

    private static final byte INS_INTERNAL_AUTHENTICATE = (byte) 0x88;
    private static final byte INS_READ_BINARY = (byte) 0xB0;
    private static final byte INS_GENERATE_KEY = (byte) 0xE0;
    private static final byte INS_STORE_DATA = (byte) 0xE2;
    private static final byte INS_ACTIVATE = (byte) 0xF0;

    private static final byte LAYOUT_VERSION = 1;
    private static final byte STATE_BLANK = 0x01;
    private static final byte STATE_PERSONALISED = 0x07;

    private static final byte SFI_IDENTITY = 0x01;
    private static final byte SFI_BITS = 0x1F;
    private static final byte SFI_IN_P1 = (byte) 0x80;
    private static final byte LAST_CHUNK = (byte) 0x80;

    private static final short IDENTITY_CAPACITY = 512;
    private static final short CARD_ID_LENGTH = 16;
    private static final short CHALLENGE_LENGTH = 32;
    private static final short OFFSET_LENGTH = 2;
    private static final short CURRENT_FILE = 0;

    private final CardFile identity;
    private final CardKey key;
    private final byte[] cardId;
    private final byte[] session;
    private byte state;

    private PatientCardApplet() {
        identity = new CardFile(IDENTITY_CAPACITY);
        key = new CardKey();
        cardId = new byte[CARD_ID_LENGTH];
        session = JCSystem.makeTransientByteArray((short) 1, JCSystem.CLEAR_ON_DESELECT);
        state = STATE_BLANK;
    }

    public static void install(byte[] parameters, short offset, byte length) {
        new PatientCardApplet().register(parameters, (short) (offset + 1), parameters[offset]);
    }

    public void process(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        if (selectingApplet()) {
            select(apdu, buffer);
            return;
        }
        byte cla = (byte) (buffer[ISO7816.OFFSET_CLA] & ~CHANNEL_BITS);
        if ((cla & SECURE_MESSAGING_BITS) != 0) {
            ISOException.throwIt(ISO7816.SW_SECURE_MESSAGING_NOT_SUPPORTED);
        }
        if (cla == ISO7816.CLA_ISO7816) {
            processPublic(apdu, buffer);
        } else if (cla == CLA_PROPRIETARY) {
            processPersonalisation(apdu, buffer);
        } else {
            ISOException.throwIt(ISO7816.SW_CLA_NOT_SUPPORTED);
        }
    }

    private void processPublic(APDU apdu, byte[] buffer) {
        switch (buffer[ISO7816.OFFSET_INS]) {
            case INS_READ_BINARY:
                readBinary(apdu, buffer);
                break;
            case INS_INTERNAL_AUTHENTICATE:
                internalAuthenticate(apdu, buffer);
                break;
            default:
                ISOException.throwIt(ISO7816.SW_INS_NOT_SUPPORTED);
        }
    }

    private void processPersonalisation(APDU apdu, byte[] buffer) {
        byte ins = buffer[ISO7816.OFFSET_INS];
        if (ins != INS_GENERATE_KEY && ins != INS_STORE_DATA && ins != INS_ACTIVATE) {
            ISOException.throwIt(ISO7816.SW_INS_NOT_SUPPORTED);
        }
        if (state != STATE_BLANK) {
            ISOException.throwIt(ISO7816.SW_CONDITIONS_NOT_SATISFIED);
        }
        if (ins == INS_GENERATE_KEY) {
            apdu.setOutgoingAndSend((short) 0, key.generate(buffer, (short) 0));
        } else if (ins == INS_STORE_DATA) {
            storeData(apdu, buffer);
        } else {
            activate();
        }
    }

    /** Answers 6F { 84 AID, A5 { 80 layout version, 81 state, 82 SFI and length of each file } }. */
    private void select(APDU apdu, byte[] buffer) {
        byte aidLength = JCSystem.getAID().getBytes(buffer, (short) 4);
        short at = (short) (4 + aidLength);
        buffer[0] = 0x6F;
        buffer[2] = (byte) 0x84;
        buffer[3] = aidLength;
        buffer[at++] = (byte) 0xA5;
        short contentLength = at++;
        buffer[at++] = (byte) 0x80;
        buffer[at++] = 1;
        buffer[at++] = LAYOUT_VERSION;
        buffer[at++] = (byte) 0x81;
        buffer[at++] = 1;
        buffer[at++] = state;
        buffer[at++] = (byte) 0x82;
        buffer[at++] = 3;
        buffer[at++] = SFI_IDENTITY;
        at = Util.setShort(buffer, at, identity.length());
        buffer[contentLength] = (byte) (at - contentLength - 1);
        buffer[1] = (byte) (at - 2);
        apdu.setOutgoingAndSend((short) 0, at);
    }

    private void readBinary(APDU apdu, byte[] buffer) {
        byte p1 = buffer[ISO7816.OFFSET_P1];
        short offset = (short) (buffer[ISO7816.OFFSET_P2] & 0xFF);
        if ((p1 & SFI_IN_P1) != 0) {
            if (p1 != (byte) (SFI_IN_P1 | SFI_IDENTITY)) {
                ISOException.throwIt(ISO7816.SW_FILE_NOT_FOUND);
            }
            session[CURRENT_FILE] = SFI_IDENTITY;
        } else {
            offset = Util.makeShort(p1, buffer[ISO7816.OFFSET_P2]);
        }
        if (session[CURRENT_FILE] != SFI_IDENTITY || state != STATE_PERSONALISED) {
            ISOException.throwIt(ISO7816.SW_CONDITIONS_NOT_SATISFIED);
        }
        short wanted = apdu.setOutgoing();
        short count = identity.read(offset, wanted, buffer, (short) 0);
        apdu.setOutgoingLength(count);
        apdu.sendBytes((short) 0, count);
    }

    private void internalAuthenticate(APDU apdu, byte[] buffer) {
        short length = receive(apdu, buffer);
        if (length != CHALLENGE_LENGTH) {
            ISOException.throwIt(ISO7816.SW_WRONG_LENGTH);
        }
        if (state != STATE_PERSONALISED) {
            ISOException.throwIt(ISO7816.SW_CONDITIONS_NOT_SATISFIED);
        }
        short signed = key.sign(cardId, buffer, ISO7816.OFFSET_CDATA, length, (short) 0);
        apdu.setOutgoingAndSend((short) 0, signed);
    }

    /** Data: offset in the file (2 bytes), then the chunk. P1: the file, and whether this chunk ends it. */
    private void storeData(APDU apdu, byte[] buffer) {
        short length = receive(apdu, buffer);
        if (length < OFFSET_LENGTH) {
            ISOException.throwIt(ISO7816.SW_WRONG_LENGTH);
        }
        byte p1 = buffer[ISO7816.OFFSET_P1];
        if ((byte) (p1 & SFI_BITS) != SFI_IDENTITY) {
            ISOException.throwIt(ISO7816.SW_FILE_NOT_FOUND);
        }
        identity.store(
                buffer,
                (short) (ISO7816.OFFSET_CDATA + OFFSET_LENGTH),
                (short) (length - OFFSET_LENGTH),
                Util.getShort(buffer, ISO7816.OFFSET_CDATA),
                (p1 & LAST_CHUNK) != 0);
    }

    private void activate() {
        if (!key.isGenerated() || identity.length() == 0) {
            ISOException.throwIt(ISO7816.SW_CONDITIONS_NOT_SATISFIED);
        }
        identity.copyCardId(cardId);
        state = STATE_PERSONALISED;
    }

    /** A card may hand over the data in pieces as small as its input block. */
    private static short receive(APDU apdu, byte[] buffer) {
        short announced = (short) (buffer[ISO7816.OFFSET_LC] & 0xFF);
        short received = apdu.setIncomingAndReceive();
        while (received < announced) {
            received += apdu.receiveBytes((short) (ISO7816.OFFSET_CDATA + received));
        }
        return received;
    }
}
