package vn.tiepdon.applet;

import javacard.framework.JCSystem;
import javacard.framework.Util;
import javacard.security.AESKey;
import javacardx.crypto.Cipher;

/** AES-CMAC (NIST SP 800-38B) from the block cipher: Java Card 3.0.4 has none of its own. */
final class Cmac {

    static final short LENGTH = 16;

    private static final short STATE = 0;
    private static final short SUBKEY = 16;
    private static final short FILLED = 32;
    private static final short RAM = 33;

    private static final byte PADDING = (byte) 0x80;
    private static final short REDUCTION = 0x87;

    private final Cipher cipher;
    private final byte[] ram;

    Cmac() {
        cipher = Cipher.getInstance(Cipher.ALG_AES_BLOCK_128_ECB_NOPAD, false);
        ram = JCSystem.makeTransientByteArray(RAM, JCSystem.CLEAR_ON_DESELECT);
    }

    void begin(AESKey key) {
        cipher.init(key, Cipher.MODE_ENCRYPT);
        Util.arrayFillNonAtomic(ram, (short) 0, RAM, (byte) 0);
        cipher.doFinal(ram, SUBKEY, LENGTH, ram, SUBKEY);
    }

    void update(byte[] from, short offset, short length) {
        for (short i = 0; i < length; i++) {
            // The last block is treated in another way, so each waits until the next one begins.
            if (ram[FILLED] == LENGTH) {
                cipher.doFinal(ram, STATE, LENGTH, ram, STATE);
                ram[FILLED] = 0;
            }
            ram[ram[FILLED]] ^= from[(short) (offset + i)];
            ram[FILLED]++;
        }
    }

    /** Writes the 16 bytes of the MAC. */
    void finish(byte[] to, short offset) {
        doubleSubkey();
        if (ram[FILLED] < LENGTH) {
            ram[ram[FILLED]] ^= PADDING;
            doubleSubkey();
        }
        Bytes.xor(ram, SUBKEY, ram, STATE, LENGTH);
        cipher.doFinal(ram, STATE, LENGTH, to, offset);
        Util.arrayFillNonAtomic(ram, (short) 0, RAM, (byte) 0);
    }

    private void doubleSubkey() {
        byte carried = (byte) ((ram[SUBKEY] >> 7) & REDUCTION);
        short last = (short) (SUBKEY + LENGTH - 1);
        for (short i = SUBKEY; i < last; i++) {
            ram[i] = (byte) ((ram[i] << 1) | ((ram[(short) (i + 1)] >> 7) & 1));
        }
        ram[last] = (byte) ((ram[last] << 1) ^ carried);
    }
}
