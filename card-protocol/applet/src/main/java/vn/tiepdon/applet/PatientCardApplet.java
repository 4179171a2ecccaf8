package vn.tiepdon.applet;

import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;

/**
 * The hospital's patient card: an identity signed by the hospital, a key that tells the card from a copy, and records
 * behind keys that only the hospital's server holds.
 *
 * <p>Every command, tag and right is in docs/patient-card.md. This class speaks with the terminal and opens the secure
 * channel; {@link Commands} does what it is told.
 */
public final class PatientCardApplet extends Applet {

    private static final byte CLA_PROPRIETARY = (byte) 0x80;
    private static final byte CLA_PROPRIETARY_PROTECTED = (byte) 0x84;
    private static final byte CLA_PROTECTED = 0x04;
    private static final byte INS_INITIALIZE_UPDATE = 0x50;
    private static final byte INS_EXTERNAL_AUTHENTICATE = (byte) 0x82;
    private static final byte ONLY_LEVEL = 0x33;

    private static final short SERIAL_LENGTH = 8;
    private static final short DATA_LENGTH = 57;
    private static final short OLD_DATA_LENGTH = 56;
    private static final byte FIRST_TRANSPORT_VERSION = 0x01;

    /** Answer to INITIALIZE UPDATE: diversification data, key version, protocol, challenge and cryptogram. */
    private static final short DIVERSIFICATION_LENGTH = 10;

    private static final byte PROTOCOL = 0x03;
    private static final byte PROTOCOL_OPTIONS = 0x60;
    private static final short CHALLENGE_OFFSET = 13;
    private static final short ANSWER_LENGTH = 29;
    private static final short PROOF_LENGTH = 16;

    private static final short SW_TRIES_USED_UP = 0x6983;
    private static final short SW_TRIES_LEFT = 0x63C0;
    private static final short MOST_TRIES_TOLD = 15;

    private final Holdings card;
    private final SecureChannel channel;
    private final Commands commands;

    private PatientCardApplet(byte[] parameters, short data, byte transportVersion) {
        byte[] serial = new byte[SERIAL_LENGTH];
        Util.arrayCopyNonAtomic(parameters, data, serial, (short) 0, SERIAL_LENGTH);
        card = new Holdings(serial, transportVersion, parameters, (short) (data + SERIAL_LENGTH));
        Cmac cmac = new Cmac();
        Cbc cbc = new Cbc();
        channel = new SecureChannel(cmac, cbc);
        commands = new Commands(card, channel, new KeyOrders(cmac, cbc, serial));
    }

    /**
     * Makes a blank card.
     *
     * @param parameters each with its length before it: instance AID, control information, and the applet's data: serial
     *     (8 bytes), the transport keys ENC, MAC and DEK (48 bytes), and their key version; 01 where it is left out
     */
    public static void install(byte[] parameters, short offset, byte length) {
        short end = (short) (offset + (length & 0xFF));
        short control = (short) (offset + 1 + parameters[offset]);
        short data = (short) (control + 1 + (parameters[control] & 0xFF));
        byte given = parameters[data];
        if ((given != DATA_LENGTH && given != OLD_DATA_LENGTH) || (short) (data + 1 + given) > end) {
            ISOException.throwIt(ISO7816.SW_WRONG_DATA);
        }
        byte version = given == DATA_LENGTH ? parameters[(short) (data + DATA_LENGTH)] : FIRST_TRANSPORT_VERSION;
        if (KeyRing.roleOf(version) != KeyRing.TRANSPORT || KeyRing.generationOf(version) == 0) {
            ISOException.throwIt(ISO7816.SW_WRONG_DATA);
        }
        new PatientCardApplet(parameters, (short) (data + 1), version)
                .register(parameters, (short) (offset + 1), parameters[offset]);
    }

    public void process(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        if (selectingApplet()) {
            select(apdu, buffer);
            return;
        }
        if (card.lifecycle.is(Lifecycle.ENDED)) {
            ISOException.throwIt(ISO7816.SW_CONDITIONS_NOT_SATISFIED);
        }
        byte cla = buffer[ISO7816.OFFSET_CLA];
        byte ins = buffer[ISO7816.OFFSET_INS];
        if (cla == CLA_PROPRIETARY && ins == INS_INITIALIZE_UPDATE) {
            initializeUpdate(apdu, buffer);
        } else if (cla == CLA_PROPRIETARY_PROTECTED && ins == INS_EXTERNAL_AUTHENTICATE) {
            externalAuthenticate(apdu, buffer);
        } else if (cla == CLA_PROTECTED || cla == CLA_PROPRIETARY_PROTECTED) {
            processProtected(apdu, buffer);
        } else {
            processPlain(apdu, buffer);
        }
    }

    private void select(APDU apdu, byte[] buffer) {
        channel.close();
        commands.forgetCurrentFile();
        card.tidy();
        short length = Directory.write(buffer, card);
        apdu.setOutgoingAndSend((short) 0, length);
    }

    private void processPlain(APDU apdu, byte[] buffer) {
        boolean inside = channel.isOpen();
        channel.close();
        byte cla = buffer[ISO7816.OFFSET_CLA];
        if (cla != ISO7816.CLA_ISO7816 && cla != CLA_PROPRIETARY) {
            ISOException.throwIt(ISO7816.SW_CLA_NOT_SUPPORTED);
        }
        if (inside) {
            ISOException.throwIt(ISO7816.SW_SECURITY_STATUS_NOT_SATISFIED);
        }
        short instruction = Util.getShort(buffer, ISO7816.OFFSET_CLA);
        if (instruction == Commands.READ_BINARY) {
            short wanted = apdu.setOutgoing();
            send(apdu, commands.execute(instruction, buffer, (short) 0, wanted));
        } else {
            // Nothing else that is free has data: the others are refused before theirs is looked at.
            short length = instruction == Commands.INTERNAL_AUTHENTICATE ? receive(apdu) : 0;
            short answer = commands.execute(instruction, buffer, length, (short) 0);
            apdu.setOutgoing();
            send(apdu, answer);
        }
    }

    private void processProtected(APDU apdu, byte[] buffer) {
        if (!channel.isOpen()) {
            ISOException.throwIt(ISO7816.SW_SECURITY_STATUS_NOT_SATISFIED);
        }
        short length = channel.unwrap(buffer, receive(apdu));
        short wanted = apdu.setOutgoing();
        if (wanted <= 0 || wanted > SecureChannel.MAX_PLAIN) {
            wanted = SecureChannel.MAX_PLAIN;
        }
        short instruction = (short) (Util.getShort(buffer, ISO7816.OFFSET_CLA) & ~(CLA_PROTECTED << 8));
        short answer = commands.execute(instruction, buffer, length, wanted);
        send(apdu, channel.wrap(buffer, (short) 0, answer));
    }

    private void initializeUpdate(APDU apdu, byte[] buffer) {
        channel.close();
        byte version = buffer[ISO7816.OFFSET_P1];
        boolean transport = KeyRing.roleOf(version) == KeyRing.TRANSPORT;
        if (transport != card.lifecycle.is(Lifecycle.BLANK)) {
            ISOException.throwIt(KeyRing.SW_NO_SUCH_KEY_SET);
        }
        KeySet keys = card.keys.inForce(version);
        if (keys.tries() == 0) {
            ISOException.throwIt(SW_TRIES_USED_UP);
        }
        if (buffer[ISO7816.OFFSET_P2] != 0) {
            ISOException.throwIt(ISO7816.SW_INCORRECT_P1P2);
        }
        if (receive(apdu) != SecureChannel.CHALLENGE_LENGTH) {
            ISOException.throwIt(ISO7816.SW_WRONG_LENGTH);
        }
        channel.challenge(keys, version, buffer, ISO7816.OFFSET_CDATA, buffer, CHALLENGE_OFFSET);
        short at = card.copyDiversification(buffer, (short) 0, DIVERSIFICATION_LENGTH);
        buffer[at++] = version;
        buffer[at++] = PROTOCOL;
        buffer[at] = PROTOCOL_OPTIONS;
        apdu.setOutgoingAndSend((short) 0, ANSWER_LENGTH);
    }

    private void externalAuthenticate(APDU apdu, byte[] buffer) {
        if (!channel.isChallenged()) {
            channel.close();
            ISOException.throwIt(ISO7816.SW_CONDITIONS_NOT_SATISFIED);
        }
        KeySet keys = card.keys.inForce(channel.version());
        if (Util.getShort(buffer, ISO7816.OFFSET_P1) != (short) (ONLY_LEVEL << 8)) {
            channel.close();
            ISOException.throwIt(ISO7816.SW_INCORRECT_P1P2);
        }
        if (receive(apdu) != PROOF_LENGTH) {
            channel.close();
            ISOException.throwIt(ISO7816.SW_WRONG_LENGTH);
        }
        // Down before the comparison: who cuts the power at the right moment has no further try.
        keys.takeTry();
        if (!channel.authenticate(buffer)) {
            short left = keys.tries() < MOST_TRIES_TOLD ? keys.tries() : MOST_TRIES_TOLD;
            ISOException.throwIt((short) (SW_TRIES_LEFT | left));
        }
        keys.refillTries();
    }

    private static void send(APDU apdu, short length) {
        apdu.setOutgoingLength(length);
        apdu.sendBytes((short) 0, length);
    }

    /** A card may hand over the data in pieces as small as its input block. */
    private static short receive(APDU apdu) {
        short received = apdu.setIncomingAndReceive();
        short announced = apdu.getIncomingLength();
        short more = received;
        while (received < announced && more > 0) {
            more = apdu.receiveBytes((short) (ISO7816.OFFSET_CDATA + received));
            received += more;
        }
        return received;
    }
}
