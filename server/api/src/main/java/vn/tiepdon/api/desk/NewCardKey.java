package vn.tiepdon.api.desk;

/** @param publicKey what GENERATE KEY answered inside the session: 65 bytes, uncompressed P-256 point */
public record NewCardKey(byte[] publicKey) {

    @Override
    public String toString() {
        return "NewCardKey[…]";
    }
}
