package vn.tiepdon.card.patientcard.channel;

/**
 * The keys of one session with one card, worthless once it is over. {@link #toString} shows none of them.
 *
 * @param encryption S-ENC, 16 bytes
 * @param mac S-MAC, 16 bytes
 * @param responseMac S-RMAC, 16 bytes
 * @param hostCryptogram what EXTERNAL AUTHENTICATE has to say, 8 bytes
 */
public record SessionKeys(byte[] encryption, byte[] mac, byte[] responseMac, byte[] hostCryptogram) {

    static final int CRYPTOGRAM_LENGTH = 8;

    /** @throws IllegalArgumentException when a length is another */
    public SessionKeys {
        if (encryption.length != CardKeys.KEY_LENGTH
                || mac.length != CardKeys.KEY_LENGTH
                || responseMac.length != CardKeys.KEY_LENGTH
                || hostCryptogram.length != CRYPTOGRAM_LENGTH) {
            throw new IllegalArgumentException("session keys have 16 bytes, a cryptogram 8");
        }
        encryption = encryption.clone();
        mac = mac.clone();
        responseMac = responseMac.clone();
        hostCryptogram = hostCryptogram.clone();
    }

    @Override
    public byte[] encryption() {
        return encryption.clone();
    }

    @Override
    public byte[] mac() {
        return mac.clone();
    }

    @Override
    public byte[] responseMac() {
        return responseMac.clone();
    }

    @Override
    public byte[] hostCryptogram() {
        return hostCryptogram.clone();
    }

    @Override
    public String toString() {
        return "SessionKeys[…]";
    }
}
