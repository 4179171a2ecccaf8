package vn.tiepdon.server.exchange.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;

/**
 * The letters of an XML document in UTF-8 or UTF-16, or nothing. What the bytes are is seen from the bytes (XML 1.0,
 * appendix F); a declaration that says otherwise is refused, because one of the two is wrong and nobody can tell which.
 * A byte that is no letter in that encoding ends the reading with a {@link java.nio.charset.CharacterCodingException}.
 */
final class StrictLetters {

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private static final int SEEN = 400;
    private static final int BYTE = 0xFF;

    private StrictLetters() {}

    private record Family(Charset charset, int mark) {}

    /** @throws RefusedException when the encoding is another one, or not the declared one */
    static Reader of(InputStream bytes) throws IOException, RefusedException {
        PushbackInputStream source = new PushbackInputStream(bytes, SEEN);
        byte[] head = source.readNBytes(SEEN);
        Family family = family(head);
        source.unread(head, family.mark(), head.length - family.mark());
        String beginning = new String(head, family.mark(), head.length - family.mark(), family.charset());
        Optional<String> declared = declared(beginning);
        if (declared.filter(it -> !means(it, family.charset())).isPresent()) {
            throw new RefusedException(RefusalReason.ENCODING_WRONG, declared.get());
        }
        return new InputStreamReader(
                source,
                family.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Family family(byte[] head) {
        int first = head.length > 0 ? head[0] & BYTE : -1;
        int second = head.length > 1 ? head[1] & BYTE : -1;
        if (first == 0xFE && second == 0xFF) {
            return new Family(StandardCharsets.UTF_16BE, 2);
        }
        if (first == 0xFF && second == 0xFE) {
            return new Family(StandardCharsets.UTF_16LE, 2);
        }
        if (first == 0 && second == '<') {
            return new Family(StandardCharsets.UTF_16BE, 0);
        }
        if (first == '<' && second == 0) {
            return new Family(StandardCharsets.UTF_16LE, 0);
        }
        boolean marked = first == 0xEF && second == 0xBB && head.length > 2 && (head[2] & BYTE) == 0xBF;
        return new Family(StandardCharsets.UTF_8, marked ? 3 : 0);
    }

    private static Optional<String> declared(String beginning) {
        Matcher declaration = DECLARED.matcher(beginning);
        return declaration.find() ? Optional.of(declaration.group(1)) : Optional.empty();
    }

    private static boolean means(String declared, Charset charset) {
        String name = declared.toUpperCase(Locale.ROOT);
        if (charset.equals(StandardCharsets.UTF_8)) {
            return name.equals("UTF-8") || name.equals("UTF8") || name.equals("US-ASCII");
        }
        return name.equals("UTF-16") || name.equals(charset.name());
    }
}
