package vn.tiepdon.card.patientcard.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;
import vn.tiepdon.card.patientcard.NewerLayoutException;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.Tlv;

/** Reads the elements of a record in their order, as {@link Elements} writes them, and nothing else. */
final class ElementReader {

    /** One element, or several that belong together. */
    @FunctionalInterface
    interface Item<T> {
        T read(ElementReader from) throws MalformedRecordException;
    }

    private final Tlv tlv;

    ElementReader(Tlv tlv) {
        this.tlv = tlv;
    }

    /**
     * What stands in a record's element; the version comes first, so that a newer layout is told from a broken record.
     *
     * @param whole begins with a record
     */
    static <T extends MedicalRecord> Claimed<T> record(int tag, Tlv whole, Item<T> content)
            throws MalformedRecordException, NewerLayoutException {
        ElementReader inner = new ElementReader(whole.inside(tag));
        int version = inner.number(Elements.VERSION);
        if (version > MedicalRecord.LAYOUT_VERSION) {
            throw new NewerLayoutException(version);
        }
        if (version < MedicalRecord.LAYOUT_VERSION) {
            throw new MalformedRecordException(Reason.BAD_VALUE, Elements.VERSION);
        }
        T record = inner.checked(tag, content);
        byte[] signer = inner.tlv.value(Elements.SIGNER, SigningKeyId.LENGTH, SigningKeyId.LENGTH);
        inner.tlv.requireEnd();
        return new Claimed<>(record, new SigningKeyId(signer));
    }

    /** The next elements with this tag; one too many is left in its place, where another element is expected. */
    List<String> texts(int tag, int most, int maxBytes) throws MalformedRecordException {
        List<String> texts = new ArrayList<>();
        while (tlv.has(tag) && texts.size() < most) {
            texts.add(text(tag, maxBytes));
        }
        return texts;
    }

    /** What stands inside the next elements with this tag; one too many is left, as above. */
    <T> List<T> all(int tag, int most, Item<T> item) throws MalformedRecordException {
        List<T> items = new ArrayList<>();
        while (tlv.has(tag) && items.size() < most) {
            ElementReader inner = new ElementReader(tlv.inside(tag));
            items.add(inner.checked(tag, item));
            inner.tlv.requireEnd();
        }
        return items;
    }

    <T> Optional<T> optional(int tag, Item<T> item) throws MalformedRecordException {
        return tlv.has(tag) ? Optional.of(item.read(this)) : Optional.empty();
    }

    /** @param maxBytes of UTF-8 */
    String text(int tag, int maxBytes) throws MalformedRecordException {
        byte[] value = tlv.value(tag, 1, maxBytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedRecordException(Reason.BAD_VALUE, tag);
        }
    }

    LocalDate day(int tag) throws MalformedRecordException {
        byte[] value = tlv.value(tag, PackedDay.LENGTH, PackedDay.LENGTH);
        try {
            return PackedDay.decode(value);
        } catch (DateTimeException e) {
            throw new MalformedRecordException(Reason.BAD_VALUE, tag);
        }
    }

    /** @return 0 to 255 */
    int number(int tag) throws MalformedRecordException {
        return tlv.value(tag, 1, 1)[0] & 0xFF;
    }

    private <T> T checked(int tag, Item<T> item) throws MalformedRecordException {
        try {
            return item.read(this);
        } catch (IllegalArgumentException e) {
            // The cause is left behind: it may quote what the card says.
            throw new MalformedRecordException(Reason.BAD_VALUE, tag);
        }
    }
}
