package vn.tiepdon.card.code;

/** What became of a scanned or typed text. None of these holds the text. */
public sealed interface CodeResult {

    record Recognised(ScannedCode code) implements CodeResult {}

    /** The beginning or the end of a code that we know: scan again. */
    record Incomplete() implements CodeResult {}

    /** More than {@link CodeParser#MAX_LENGTH} characters. */
    record TooLong() implements CodeResult {}

    /** Some code, but none of ours: a web address, a payment QR. */
    record Unsupported() implements CodeResult {}

    /** A code that we know, with something wrong inside. */
    record Malformed(Reason reason) implements CodeResult {

        /** What is wrong, without the data that is wrong. */
        public enum Reason {
            /** Not UTF-8, or characters lost on the way: the scanner is set to a wrong encoding. */
            CHARACTERS,
            CHECKSUM,
            /** One of a machine readable zone's check digits: a character was misread or mistyped. */
            CHECK_DIGIT,
            FIELDS,
            HEX,
            NUMBER,
            NAME,
            DATE,
            SEX
        }
    }
}
