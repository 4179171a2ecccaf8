package vn.tiepdon.card.code;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.code.CodeResult.Malformed.Reason;

/** Names and dates as they stand in the fields of citizen and insurance codes. */
final class Fields {

    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .'’-]{0,99}");
    private static final Pattern JOINED = Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{4})");
    private static final Pattern SLASHED = Pattern.compile("(?:(?:([0-9]{1,2})/)?([0-9]{1,2})/)?([0-9]{4})");

    private Fields() {}

    static String name(String text) throws MalformedCode {
        String name = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (!NAME.matcher(name).matches()) {
            throw new MalformedCode(Reason.NAME);
        }
        return name;
    }

    /** A name as hex of its UTF-8; old systems also wrote it plainly. A wrong byte must never pass as a name. */
    static String hexName(String text) throws MalformedCode {
        if (!HEX.matcher(text).matches()) {
            return name(text);
        }
        if (text.length() % 2 != 0) {
            throw new MalformedCode(Reason.HEX);
        }
        return name(utf8(HexFormat.of().parseHex(text)));
    }

    static String utf8(byte[] bytes) throws MalformedCode {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedCode(Reason.CHARACTERS);
        }
    }

    /** {@code ddMMyyyy}, or one of the shapes with slashes, which some middleware makes of it. */
    static PartialDate date(String text) throws MalformedCode {
        Matcher joined = JOINED.matcher(text);
        Matcher slashed = SLASHED.matcher(text.strip());
        if (joined.matches()) {
            return date(joined);
        }
        if (slashed.matches()) {
            return date(slashed);
        }
        throw new MalformedCode(Reason.DATE);
    }

    private static PartialDate date(Matcher matcher) throws MalformedCode {
        try {
            return new PartialDate(number(matcher.group(3)), number(matcher.group(2)), number(matcher.group(1)));
        } catch (DateTimeException e) {
            throw new MalformedCode(Reason.DATE);
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
