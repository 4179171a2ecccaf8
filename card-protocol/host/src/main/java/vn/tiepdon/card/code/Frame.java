package vn.tiepdon.card.code;

/** One scan, as the bytes between two pauses or line ends. */
public sealed interface Frame {

    /** For {@link CodeParser#parse(byte[])}. Its text form gives nothing away. */
    record Scan(byte[] bytes) implements Frame {

        public Scan {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String toString() {
            return "Scan[" + bytes.length + " bytes]";
        }
    }

    /** A scan that grew past the limit, or went on for seconds: dropped. */
    record Overlong() implements Frame {}
}
