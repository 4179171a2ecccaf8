package vn.tiepdon.card.transport;

import java.util.Arrays;

/** A response APDU. {@link #toString} gives its length and status word, never its data. */
public record ResponseApdu(byte[] data, StatusWord status) {

    public ResponseApdu {
        data = data.clone();
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    /** @throws MalformedResponseException when there is not even a status word */
    public static ResponseApdu of(byte[] bytes) throws MalformedResponseException {
        if (bytes.length < 2) {
            throw new MalformedResponseException(bytes.length);
        }
        return new ResponseApdu(Arrays.copyOf(bytes, bytes.length - 2), statusOf(bytes));
    }

    /** @param bytes a whole response APDU, at least 2 bytes */
    static StatusWord statusOf(byte[] bytes) {
        return new StatusWord((bytes[bytes.length - 2] & 0xFF) << 8 | bytes[bytes.length - 1] & 0xFF);
    }

    /** @return the data, then SW1 SW2 */
    public byte[] toBytes() {
        byte[] bytes = Arrays.copyOf(data, data.length + 2);
        bytes[data.length] = (byte) status.sw1();
        bytes[data.length + 1] = (byte) status.sw2();
        return bytes;
    }

    public boolean isOk() {
        return status.isOk();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResponseApdu that && status.equals(that.status) && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * status.hashCode() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "ResponseApdu[" + data.length + " bytes, " + status + "]";
    }
}
