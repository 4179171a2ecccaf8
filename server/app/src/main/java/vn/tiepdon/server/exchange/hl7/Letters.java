package vn.tiepdon.server.exchange.hl7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import vn.tiepdon.api.fault.FaultCode;

/** The letters of messages: UTF-8 and nothing else (HL7 table 0211), and the escapes of delimiters (2.7.1). */
final class Letters {

    private static final Set<String> UTF8 = Set.of("", "UNICODE UTF-8", "UTF-8", "UTF8", "ASCII");

    private Letters() {}

    /** @throws Hl7Refused when they are declared to be others, or are */
    static String of(byte[] message, Header header) {
        String declared =
                header.field(Header.CHARACTER_SET).split("~", 2)[0].strip().toUpperCase(Locale.ROOT);
        if (!UTF8.contains(declared)) {
            throw Hl7Refused.rejected(ErrorCode.TABLE_VALUE_NOT_FOUND, FaultCode.HL7_UNREADABLE, "MSH^1^18");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message))
                    .toString();
        } catch (CharacterCodingException other) {
            throw Hl7Refused.rejected(ErrorCode.DATA_TYPE, FaultCode.HL7_UNREADABLE, "MSH^1^18");
        }
    }

    /** With delimiters written as {@code \F\} and the like. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '\\' -> safe.append("\\E\\");
                case '|' -> safe.append("\\F\\");
                case '^' -> safe.append("\\S\\");
                case '&' -> safe.append("\\T\\");
                case '~' -> safe.append("\\R\\");
                default -> safe.append(letter < ' ' ? ' ' : letter);
            }
        }
        return safe.toString();
    }
}
