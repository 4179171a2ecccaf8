package vn.tiepdon.server.exchange.hl7;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The segment MSH, read without the library: also a message that cannot be parsed, or whose letters are in no encoding
 * that is known, gets an answer. Fields are numbered as in HL7 v2.5.1, 2.15.9.
 */
final class Header {

    static final int SENDING_APPLICATION = 3;
    static final int SENDING_FACILITY = 4;
    static final int RECEIVING_APPLICATION = 5;
    static final int RECEIVING_FACILITY = 6;
    static final int TYPE = 9;
    static final int CONTROL_ID = 10;
    static final int PROCESSING_ID = 11;
    static final int VERSION = 12;
    static final int ACCEPT_ACKNOWLEDGMENT = 15;
    static final int APPLICATION_ACKNOWLEDGMENT = 16;
    static final int CHARACTER_SET = 18;

    /** No field of a header that anybody writes is longer. */
    private static final int LONGEST = 227;

    private static final int SHORTEST = 8;
    private static final Pattern END = Pattern.compile("[\r\n]");

    private final String[] fields;
    private final String component;

    private Header(String[] fields, String component) {
        this.fields = fields;
        this.component = component;
    }

    /** Empty when the bytes do not begin with a header. */
    static Optional<Header> of(byte[] message) {
        // The delimiters and all that is looked at are ASCII, which is the same in every encoding that is meant.
        String text = new String(message, 0, Math.min(message.length, 4 * 1024), StandardCharsets.ISO_8859_1);
        String segment = END.split(text, 2)[0];
        if (segment.length() < SHORTEST || !segment.startsWith("MSH")) {
            return Optional.empty();
        }
        String[] split = segment.substring(4).split(Pattern.quote(segment.substring(3, 4)), -1);
        return Optional.of(new Header(split, segment.substring(4, 5)));
    }

    /** A whole field; empty when it is not there. MSH-1 is the separator itself. */
    String field(int number) {
        String field = number - 2 < fields.length ? fields[number - 2] : "";
        return field.length() <= LONGEST ? field : field.substring(0, LONGEST);
    }

    /** A component, from 1. */
    String component(int field, int number) {
        String[] components = field(field).split(Pattern.quote(component), -1);
        return number <= components.length ? components[number - 1].strip() : "";
    }

    /** A field's first three components with the usual delimiter, to be sent back. */
    String echoed(int field) {
        String[] components = field(field).split(Pattern.quote(component), -1);
        return String.join(
                "^", Arrays.stream(components).limit(3).map(Letters::escaped).toList());
    }

    String application() {
        return component(SENDING_APPLICATION, 1);
    }

    String controlId() {
        return field(CONTROL_ID).strip();
    }

    /** {@code ADT^A04} */
    String type() {
        return component(TYPE, 1) + "^" + component(TYPE, 2);
    }

    /** Whether a commit acknowledgment is asked for, the accept level of enhanced mode: HL7 v2.5.1, 2.9.3. */
    boolean commit() {
        String wish = field(ACCEPT_ACKNOWLEDGMENT).strip();
        return !wish.isEmpty() && !wish.equals("NE");
    }

    /** When an answer is wanted, by HL7 table 0155: {@code AL}, {@code NE}, {@code ER} or {@code SU}. */
    String wish() {
        String accept = field(ACCEPT_ACKNOWLEDGMENT).strip();
        String application = field(APPLICATION_ACKNOWLEDGMENT).strip();
        if (commit()) {
            return accept;
        }
        return application.isEmpty() && accept.isEmpty() ? "AL" : application.isEmpty() ? accept : application;
    }

    @Override
    public String toString() {
        return "Header[" + type() + "]";
    }
}
