package vn.tiepdon.card.citizen;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * DG13 as Vietnam fills it: {@code 6D { 30 { 02 version, 06 OID, 31 { 30 { 02 id, 0C text } … } } }}. The layout is not
 * published; see docs/chip-id-card.md for where it comes from.
 *
 * @param texts by id, in NFC, without those that are empty or missing
 * @param unknown ids that stand for nothing known here; their values are not looked at
 */
record VietnameseData(Map<Integer, String> texts, Set<Integer> unknown) {

    static final int NUMBER = 1;
    static final int NAME = 2;
    static final int BIRTH_DATE = 3;
    static final int SEX = 4;
    static final int RESIDENCE = 9;
    static final int ISSUED = 11;
    static final int EXPIRES = 12;

    /** A SEQUENCE of two strings: father, mother. */
    static final int PARENTS = 13;

    /** 15 and 16: the old number and the chip's id. Sources disagree which is which. */
    static final int OLD_NUMBER = 15;

    static final int OLD_NUMBER_OR_CHIP_ID = 16;

    private static final int LAST_KNOWN = 16;
    private static final int MAX_ENTRIES = 64;
    private static final int MAX_TEXT = 2048;

    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTF8_STRING = 0x0C;
    private static final int PRINTABLE_STRING = 0x13;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;

    static VietnameseData parse(byte[] dg13) throws MalformedChipFileException {
        Ber file = new Ber(ChipFile.DG13, dg13);
        Ber outer = file.inside(ChipFile.DG13.tag());
        file.requireEnd();
        Ber body = outer.inside(SEQUENCE);
        outer.requireEnd();
        body.value(INTEGER);
        body.value(OBJECT_IDENTIFIER);
        Ber entries = body.inside(SET);
        body.requireEnd();
        return parseEntries(entries);
    }

    private static VietnameseData parseEntries(Ber entries) throws MalformedChipFileException {
        Map<Integer, String> texts = new LinkedHashMap<>();
        Set<Integer> seen = new LinkedHashSet<>();
        Set<Integer> unknown = new LinkedHashSet<>();
        while (entries.hasMore()) {
            Ber entry = entries.inside(SEQUENCE);
            int id = id(entry);
            if (!seen.add(id)) {
                throw entry.malformed("entry " + id + " twice");
            }
            if (seen.size() > MAX_ENTRIES) {
                throw entry.malformed("more than " + MAX_ENTRIES + " entries");
            }
            if (id < 1 || id > LAST_KNOWN) {
                unknown.add(id);
            } else {
                String text = id == PARENTS ? parents(entry) : text(entry);
                entry.requireEnd();
                if (!text.isEmpty()) {
                    texts.put(id, text);
                }
            }
        }
        return new VietnameseData(Map.copyOf(texts), Set.copyOf(unknown));
    }

    private static int id(Ber entry) throws MalformedChipFileException {
        byte[] value = entry.value(INTEGER);
        if (value.length < 1 || value.length > 2) {
            throw entry.malformed("an id of " + value.length + " bytes");
        }
        return value.length == 1 ? value[0] : value[0] << 8 | value[1] & 0xFF;
    }

    /** Checked for its form and let go: whose child somebody is, nobody here needs to know. */
    private static String parents(Ber entry) throws MalformedChipFileException {
        List<String> names = new ArrayList<>();
        if (entry.hasMore()) {
            Ber both = entry.inside(SEQUENCE);
            while (both.hasMore()) {
                names.add(text(both));
            }
        }
        if (names.size() > 2) {
            throw entry.malformed("entry " + PARENTS + " of " + names.size() + " strings");
        }
        return "";
    }

    private static String text(Ber holder) throws MalformedChipFileException {
        if (!holder.hasMore()) {
            return "";
        }
        int tag = holder.peekTag();
        if (tag != UTF8_STRING && tag != PRINTABLE_STRING && tag != OCTET_STRING) {
            throw holder.malformed("a text with tag %X".formatted(tag));
        }
        byte[] value = holder.value(tag);
        if (value.length > MAX_TEXT) {
            throw holder.malformed("a text of " + value.length + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw holder.malformed("a control character in a text");
            }
            return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        } catch (CharacterCodingException e) {
            throw holder.malformed("a text that is not UTF-8");
        }
    }

    @Override
    public String toString() {
        return "VietnameseData[" + texts.keySet() + ", unknown " + unknown + "]";
    }
}
