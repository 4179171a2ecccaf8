package vn.tiepdon.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;
import javacard.security.AESKey;
import javacard.security.KeyBuilder;
import javacard.security.RandomData;

/**
 * The card's end of SCP03 (GlobalPlatform Card Specification 2.3, Amendment D): AES-128, S8 mode, security level 33. All
 * of it lives in memory that is cleared when the applet is left.
 */
final class SecureChannel {

    static final short CHALLENGE_LENGTH = 8;
    static final short MAC_LENGTH = 8;
    /** What a wrapped answer can hold: 15 blocks, less one byte of padding. */
    static final short MAX_PLAIN = 239;

    static final short SW_MESSAGING_DATA_MISSING = 0x6987;
    static final short SW_MESSAGING_DATA_WRONG = 0x6988;

    private static final byte CLOSED = 0;
    private static final byte CHALLENGED = 1;
    private static final byte OPEN = 2;

    private static final short CONTEXT = 0;
    private static final short CARD_CHALLENGE = 8;
    private static final short CHAIN = 16;
    private static final short BLOCK = 32;
    private static final short COUNTER = 64;
    private static final short PHASE = 66;
    private static final short VERSION = 67;
    private static final short RAM = 68;

    /** Data derivation constants, Amendment D 4.1.5, and where the fields of that block lie. */
    private static final byte CARD_CRYPTOGRAM = 0x00;

    private static final byte HOST_CRYPTOGRAM = 0x01;
    private static final byte S_ENC = 0x04;
    private static final byte S_MAC = 0x06;
    private static final byte S_RMAC = 0x07;
    private static final short DERIVED_CONSTANT = 11;
    private static final short DERIVED_LENGTH = 13;
    private static final short DERIVED_COUNTER = 15;
    private static final short DERIVED_CONTEXT = 16;
    private static final short DERIVATION = 32;

    private static final byte OF_ANSWER = (byte) 0x80;
    private static final byte PADDING = (byte) 0x80;

    private final Cmac cmac;
    private final Cbc cbc;
    private final RandomData random;
    private final AESKey encryption;
    private final AESKey mac;
    private final AESKey responseMac;
    private final byte[] ram;

    @SuppressWarnings("deprecation") // Cards of 3.0.4 have no other random numbers.
    SecureChannel(Cmac cmac, Cbc cbc) {
        this.cmac = cmac;
        this.cbc = cbc;
        random = RandomData.getInstance(RandomData.ALG_SECURE_RANDOM);
        encryption = newKey();
        mac = newKey();
        responseMac = newKey();
        ram = JCSystem.makeTransientByteArray(RAM, JCSystem.CLEAR_ON_DESELECT);
    }

    private static AESKey newKey() {
        return (AESKey) KeyBuilder.buildKey(KeyBuilder.TYPE_AES_TRANSIENT_DESELECT, KeyBuilder.LENGTH_AES_128, false);
    }

    boolean isOpen() {
        return ram[PHASE] == OPEN;
    }

    boolean isChallenged() {
        return ram[PHASE] == CHALLENGED;
    }

    /** The key version of the session, also while it waits for the host's cryptogram. */
    byte version() {
        return ram[VERSION];
    }

    void close() {
        Util.arrayFillNonAtomic(ram, (short) 0, RAM, (byte) 0);
    }

    /** Takes the host's challenge, and writes the card's challenge and cryptogram, 16 bytes. */
    void challenge(KeySet keys, byte version, byte[] from, short hostChallenge, byte[] to, short offset) {
        close();
        Util.arrayCopyNonAtomic(from, hostChallenge, ram, CONTEXT, CHALLENGE_LENGTH);
        makeCardChallenge();
        deriveKey(keys.key(KeySet.ENC), S_ENC, encryption);
        deriveKey(keys.key(KeySet.MAC), S_MAC, mac);
        deriveKey(keys.key(KeySet.MAC), S_RMAC, responseMac);
        derive(mac, CARD_CRYPTOGRAM, (short) (CHALLENGE_LENGTH * 8));
        Util.arrayCopyNonAtomic(ram, CARD_CHALLENGE, to, offset, CHALLENGE_LENGTH);
        Util.arrayCopyNonAtomic(ram, BLOCK, to, (short) (offset + CHALLENGE_LENGTH), CHALLENGE_LENGTH);
        ram[VERSION] = version;
        ram[PHASE] = CHALLENGED;
    }

    /**
     * Compares the host's cryptogram and the MAC of EXTERNAL AUTHENTICATE. Whatever comes out, the challenge is used up.
     *
     * @param command the whole command, 21 bytes
     */
    boolean authenticate(byte[] command) {
        ram[PHASE] = CLOSED;
        derive(mac, HOST_CRYPTOGRAM, (short) (CHALLENGE_LENGTH * 8));
        boolean known = Bytes.equal(ram, BLOCK, command, ISO7816.OFFSET_CDATA, CHALLENGE_LENGTH);
        short macOffset = (short) (ISO7816.OFFSET_CDATA + CHALLENGE_LENGTH);
        chain(command, macOffset);
        boolean whole = Bytes.equal(ram, CHAIN, command, macOffset, MAC_LENGTH);
        boolean genuine = known & whole;
        if (genuine) {
            ram[PHASE] = OPEN;
        }
        return genuine;
    }

    /**
     * Checks a command and decrypts its data in place. The first message that fails ends the session.
     *
     * @return the length of the plain data, which starts at the usual offset
     */
    short unwrap(byte[] command, short length) {
        ram[PHASE] = CLOSED;
        if (length < MAC_LENGTH) {
            ISOException.throwIt(SW_MESSAGING_DATA_MISSING);
        }
        count();
        short encrypted = (short) (length - MAC_LENGTH);
        short macOffset = (short) (ISO7816.OFFSET_CDATA + encrypted);
        chain(command, macOffset);
        if (!Bytes.equal(ram, CHAIN, command, macOffset, MAC_LENGTH) || (short) (encrypted % Cbc.BLOCK) != 0) {
            ISOException.throwIt(SW_MESSAGING_DATA_WRONG);
        }
        short plain = 0;
        if (encrypted > 0) {
            vector((byte) 0);
            cbc.decrypt(encryption, ram, BLOCK, command, ISO7816.OFFSET_CDATA, encrypted);
            plain = withoutPadding(command, encrypted);
        }
        ram[PHASE] = OPEN;
        return plain;
    }

    /**
     * Encrypts an answer of status 9000 in place and adds its MAC.
     *
     * @return the length of the wrapped answer, which starts where the plain one did
     */
    short wrap(byte[] answer, short offset, short length) {
        short wrapped = length;
        if (length > 0) {
            wrapped = pad(answer, offset, length);
            vector(OF_ANSWER);
            cbc.encrypt(encryption, ram, BLOCK, answer, offset, wrapped);
        }
        Util.setShort(ram, BLOCK, ISO7816.SW_NO_ERROR);
        cmac.begin(responseMac);
        cmac.update(ram, CHAIN, Cmac.LENGTH);
        cmac.update(answer, offset, wrapped);
        cmac.update(ram, BLOCK, (short) 2);
        cmac.finish(ram, BLOCK);
        Util.arrayCopyNonAtomic(ram, BLOCK, answer, (short) (offset + wrapped), MAC_LENGTH);
        return (short) (wrapped + MAC_LENGTH);
    }

    @SuppressWarnings("deprecation")
    private void makeCardChallenge() {
        random.generateData(ram, CARD_CHALLENGE, CHALLENGE_LENGTH);
    }

    /** The MAC of a command runs over the one before; half of it is sent. */
    private void chain(byte[] command, short end) {
        cmac.begin(mac);
        cmac.update(ram, CHAIN, Cmac.LENGTH);
        cmac.update(command, (short) 0, end);
        cmac.finish(ram, CHAIN);
    }

    private void count() {
        short next = (short) (Util.getShort(ram, COUNTER) + 1);
        if (next < 0) {
            ISOException.throwIt(ISO7816.SW_CONDITIONS_NOT_SATISFIED);
        }
        Util.setShort(ram, COUNTER, next);
    }

    /** The initialisation vector: the encrypted counter, marked when it is an answer's. */
    private void vector(byte mark) {
        Util.arrayFillNonAtomic(ram, BLOCK, Cbc.BLOCK, (byte) 0);
        ram[BLOCK] = mark;
        Util.setShort(ram, (short) (BLOCK + Cbc.BLOCK - 2), Util.getShort(ram, COUNTER));
        cbc.encryptBlock(encryption, ram, BLOCK);
    }

    private static short pad(byte[] data, short offset, short length) {
        short padded = (short) (length + Cbc.BLOCK - length % Cbc.BLOCK);
        data[(short) (offset + length)] = PADDING;
        Util.arrayFillNonAtomic(data, (short) (offset + length + 1), (short) (padded - length - 1), (byte) 0);
        return padded;
    }

    private static short withoutPadding(byte[] command, short length) {
        short end = (short) (length - 1);
        short lastBlock = (short) (length - Cbc.BLOCK);
        while (end > lastBlock && command[(short) (ISO7816.OFFSET_CDATA + end)] == 0) {
            end--;
        }
        if (command[(short) (ISO7816.OFFSET_CDATA + end)] != PADDING) {
            ISOException.throwIt(SW_MESSAGING_DATA_WRONG);
        }
        return end;
    }

    private void deriveKey(AESKey from, byte constant, AESKey to) {
        derive(from, constant, KeyBuilder.LENGTH_AES_128);
        to.setKey(ram, BLOCK);
    }

    /** NIST SP 800-108 in counter mode, at most one round; the result stands at the start of BLOCK. */
    private void derive(AESKey from, byte constant, short bits) {
        Util.arrayFillNonAtomic(ram, BLOCK, DERIVATION, (byte) 0);
        ram[(short) (BLOCK + DERIVED_CONSTANT)] = constant;
        Util.setShort(ram, (short) (BLOCK + DERIVED_LENGTH), bits);
        ram[(short) (BLOCK + DERIVED_COUNTER)] = 1;
        Util.arrayCopyNonAtomic(ram, CONTEXT, ram, (short) (BLOCK + DERIVED_CONTEXT), Cmac.LENGTH);
        cmac.begin(from);
        cmac.update(ram, BLOCK, DERIVATION);
        cmac.finish(ram, BLOCK);
    }
}
