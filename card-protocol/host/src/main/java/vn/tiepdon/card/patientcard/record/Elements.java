package vn.tiepdon.card.patientcard.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.Tlv;

/** Writes the elements of a record, one after the other. */
final class Elements {

    static final int VERSION = 0x80;
    static final int FACILITY = 0x81;
    static final int SIGNER = 0x8A;
    static final int DAY = 0x90;
    static final int DIAGNOSIS = 0x94;

    /** Stands in for a signer where only the length matters. */
    static final SigningKeyId NO_SIGNER = new SigningKeyId(new byte[SigningKeyId.LENGTH]);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A whole record: its version, what the content writes, its signer. */
    static byte[] record(int tag, SigningKeyId signer, Consumer<Elements> content) {
        Elements whole = new Elements();
        whole.inside(tag, inner -> {
            inner.number(VERSION, MedicalRecord.LAYOUT_VERSION);
            content.accept(inner);
            inner.bytes(SIGNER, signer.bytes());
        });
        return whole.out.toByteArray();
    }

    void inside(int tag, Consumer<Elements> content) {
        Elements inner = new Elements();
        content.accept(inner);
        bytes(tag, inner.out.toByteArray());
    }

    void text(int tag, String text) {
        bytes(tag, text.getBytes(StandardCharsets.UTF_8));
    }

    void day(int tag, LocalDate day) {
        bytes(tag, PackedDay.encode(day));
    }

    /** @param number 0 to 255 */
    void number(int tag, int number) {
        bytes(tag, new byte[] {(byte) number});
    }

    private void bytes(int tag, byte[] value) {
        Tlv.write(out, tag, value);
    }
}
