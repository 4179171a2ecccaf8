package vn.tiepdon.card.patientcard.channel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.security.auth.Destroyable;

/** One key set of one card: ENC, MAC and DEK. {@link #toString} shows none of them. */
public final class CardKeys implements Destroyable {

    /** Length of a card's serial, the context of its transport keys, in bytes. */
    public static final int SERIAL_LENGTH = 8;

    static final int KEY_LENGTH = 16;

    private static final int CARD_ID_LENGTH = 16;
    private static final byte[] CARD_LABEL = ascii("TDCARD");
    private static final byte[] WRAP_LABEL = ascii("TDWRAP");
    private static final byte[] ORDER_LABEL = ascii("TDKEYS01");
    private static final byte[] ZEROS = new byte[Aes.BLOCK];

    private final KeyVersion version;
    private final byte[] encryption;
    private final byte[] mac;
    private final byte[] dataEncryption;
    private boolean destroyed;

    /** Each key has 16 bytes. */
    CardKeys(KeyVersion version, byte[] encryption, byte[] mac, byte[] dataEncryption) {
        this.version = version;
        this.encryption = encryption.clone();
        this.mac = mac.clone();
        this.dataEncryption = dataEncryption.clone();
    }

    /**
     * @param master of this version's role and generation
     * @param cardIdOrSerial the card id (16 bytes), or for transport keys the serial (8 bytes)
     */
    public static CardKeys derive(MasterKey master, KeyVersion version, byte[] cardIdOrSerial) {
        int contextLength = version.role() == CardRole.TRANSPORT ? SERIAL_LENGTH : CARD_ID_LENGTH;
        if (cardIdOrSerial.length != contextLength) {
            throw new IllegalArgumentException("keys of this role come from " + contextLength + " bytes");
        }
        byte[][] keys = new byte[3][];
        for (int i = 0; i < keys.length; i++) {
            byte[] fixed = fixedInput(CARD_LABEL, version, i + 1, cardIdOrSerial);
            keys[i] = KeyDerivation.derive(master, fixed, KEY_LENGTH);
        }
        CardKeys set = new CardKeys(version, keys[0], keys[1], keys[2]);
        Arrays.stream(keys).forEach(key -> Arrays.fill(key, (byte) 0));
        return set;
    }

    public KeyVersion version() {
        return version;
    }

    /**
     * Wraps another set for this card under this one, which must be the card's administrators' (while it is blank: the
     * transport set).
     *
     * @param newVersion the version of the new set
     * @param serial the card's, 8 bytes
     * @return the key order, 64 bytes
     */
    public byte[] keyOrder(CardKeys newSet, KeyVersion newVersion, byte[] serial) {
        if (!newSet.version.equals(newVersion) || serial.length != SERIAL_LENGTH) {
            throw new IllegalArgumentException("a key order names the new set's own version and a serial of 8 bytes");
        }
        byte[] clear = ByteBuffer.allocate(3 * KEY_LENGTH)
                .put(newSet.encryption())
                .put(newSet.mac())
                .put(newSet.dataEncryption())
                .array();
        byte[] wrapped = Aes.encrypt(wrappingKey(1, serial), ZEROS, clear);
        Arrays.fill(clear, (byte) 0);
        byte[] proof =
                Cmac.of(wrappingKey(2, serial), ORDER_LABEL, new byte[] {(byte) newVersion.code()}, serial, wrapped);
        return ByteBuffer.allocate(wrapped.length + proof.length)
                .put(wrapped)
                .put(proof)
                .array();
    }

    /**
     * What the applet is given when it is loaded onto a card; see docs/patient-card.md.
     *
     * @param serial the one that these transport keys were derived for, 8 bytes
     * @return serial, ENC, MAC, DEK, key version: 57 bytes that are to be kept like keys
     */
    public byte[] installData(byte[] serial) {
        if (version.role() != CardRole.TRANSPORT || serial.length != SERIAL_LENGTH) {
            throw new IllegalArgumentException("a card is loaded with transport keys and a serial of 8 bytes");
        }
        return ByteBuffer.allocate(SERIAL_LENGTH + 3 * KEY_LENGTH + 1)
                .put(serial)
                .put(encryption())
                .put(mac())
                .put(dataEncryption())
                .put((byte) version.code())
                .array();
    }

    byte[] encryption() {
        return alive(encryption);
    }

    byte[] mac() {
        return alive(mac);
    }

    private byte[] dataEncryption() {
        return alive(dataEncryption);
    }

    private byte[] wrappingKey(int purpose, byte[] serial) {
        return KeyDerivation.derive(dataEncryption(), fixedInput(WRAP_LABEL, version, purpose, serial), KEY_LENGTH);
    }

    private byte[] alive(byte[] key) {
        if (destroyed) {
            throw new IllegalStateException("these keys were destroyed");
        }
        return key;
    }

    private static byte[] fixedInput(byte[] label, KeyVersion version, int purpose, byte[] context) {
        return ByteBuffer.allocate(label.length + 3 + context.length + Short.BYTES)
                .put(label)
                .put((byte) version.code())
                .put((byte) purpose)
                .put((byte) 0)
                .put(context)
                .putShort((short) (KEY_LENGTH * Byte.SIZE))
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void destroy() {
        destroyed = true;
        Arrays.fill(encryption, (byte) 0);
        Arrays.fill(mac, (byte) 0);
        Arrays.fill(dataEncryption, (byte) 0);
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    @Override
    public String toString() {
        return "CardKeys[" + version + "]";
    }
}
