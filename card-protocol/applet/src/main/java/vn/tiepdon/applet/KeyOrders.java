package vn.tiepdon.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;
import javacard.security.AESKey;
import javacard.security.KeyBuilder;

/** Opens key orders: new keys that machines in between must not know. */
final class KeyOrders {

    static final short LENGTH = 64;

    private static final short KEYS_LENGTH = 48;
    private static final byte FOR_ENCRYPTION = 1;
    private static final byte FOR_MAC = 2;

    private static final byte[] WRAP = {'T', 'D', 'W', 'R', 'A', 'P'};
    private static final byte[] KEYS = {'T', 'D', 'K', 'E', 'Y', 'S', '0', '1'};
    private static final byte[] KEY_BITS = {0x00, (byte) 0x80};

    private final Cmac cmac;
    private final Cbc cbc;
    private final byte[] serial;
    private final AESKey key;
    private final byte[] ram;

    KeyOrders(Cmac cmac, Cbc cbc, byte[] serial) {
        this.cmac = cmac;
        this.cbc = cbc;
        this.serial = serial;
        key = (AESKey) KeyBuilder.buildKey(KeyBuilder.TYPE_AES_TRANSIENT_DESELECT, KeyBuilder.LENGTH_AES_128, false);
        ram = JCSystem.makeTransientByteArray(Cmac.LENGTH, JCSystem.CLEAR_ON_DESELECT);
    }

    /**
     * Checks an order and decrypts it in place: then ENC, MAC and DEK stand at the offset.
     *
     * @param wrapping the DEK of the wrapping set, and its version
     */
    void open(AESKey wrapping, byte wrappingVersion, byte version, byte[] order, short offset) {
        derive(wrapping, wrappingVersion, FOR_MAC);
        cmac.begin(key);
        cmac.update(KEYS, (short) 0, (short) KEYS.length);
        update(version);
        cmac.update(serial, (short) 0, (short) serial.length);
        cmac.update(order, offset, KEYS_LENGTH);
        cmac.finish(ram, (short) 0);
        boolean genuine = Bytes.equal(ram, (short) 0, order, (short) (offset + KEYS_LENGTH), Cmac.LENGTH);
        if (!genuine) {
            ISOException.throwIt(ISO7816.SW_WRONG_DATA);
        }
        derive(wrapping, wrappingVersion, FOR_ENCRYPTION);
        cbc.decrypt(key, order, offset, KEYS_LENGTH);
    }

    /** NIST SP 800-108 in counter mode; 128 bits are one round. */
    private void derive(AESKey wrapping, byte wrappingVersion, byte purpose) {
        cmac.begin(wrapping);
        update((byte) 1);
        cmac.update(WRAP, (short) 0, (short) WRAP.length);
        update(wrappingVersion);
        update(purpose);
        update((byte) 0);
        cmac.update(serial, (short) 0, (short) serial.length);
        cmac.update(KEY_BITS, (short) 0, (short) KEY_BITS.length);
        cmac.finish(ram, (short) 0);
        key.setKey(ram, (short) 0);
        Util.arrayFillNonAtomic(ram, (short) 0, Cmac.LENGTH, (byte) 0);
    }

    private void update(byte value) {
        ram[0] = value;
        cmac.update(ram, (short) 0, (short) 1);
    }
}
