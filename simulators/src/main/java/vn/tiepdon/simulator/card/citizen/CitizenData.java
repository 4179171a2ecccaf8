package vn.tiepdon.simulator.card.citizen;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import vn.tiepdon.card.Sex;

/** DG13, which Vietnam fills with 16 numbered entries; their layout is known from programs that read real cards. */
final class CitizenData {

    private static final int TAG = 0x6D;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    /** The real object identifier is not public: this one is of the arc for examples. */
    private static final ASN1ObjectIdentifier CONTENT = new ASN1ObjectIdentifier("2.999.13");

    private final ASN1EncodableVector entries = new ASN1EncodableVector();

    private CitizenData() {}

    /**
     * @param chipId the chip's serial number, hexadecimal
     * @param oldNumberLast whether the old number is entry 16 and the chip's serial number 15
     */
    static byte[] file(Citizen citizen, String chipId, boolean oldNumberLast) {
        CitizenData data = new CitizenData();
        data.add(1, citizen.nationalNumber());
        data.add(2, citizen.fullName());
        data.add(3, citizen.birthDate().format(DATE));
        data.add(4, citizen.sex() == Sex.FEMALE ? "Nữ" : "Nam");
        data.add(5, "Việt Nam");
        data.add(6, "Kinh");
        data.add(7, "Không");
        data.add(8, "Xã Mẫu, Ninh Bình");
        data.add(9, citizen.residence());
        data.add(10, "Nốt ruồi cách 1 cm trên đuôi mắt trái");
        data.add(11, citizen.issued().format(DATE));
        data.add(12, expiry(citizen.expires()));
        data.addParents("Nguyễn Văn Cha", "Trần Thị Mẹ");
        data.add(14, "");
        data.addOldNumber(oldNumberLast ? 16 : 15, citizen.oldNumber());
        data.add(oldNumberLast ? 15 : 16, chipId);
        ASN1EncodableVector content = new ASN1EncodableVector();
        content.add(new ASN1Integer(0));
        content.add(CONTENT);
        content.add(new DLSet(data.entries));
        return Tlv.of(TAG, Der.definite(new DLSequence(content)));
    }

    private static String expiry(Optional<LocalDate> expires) {
        return expires.map(date -> date.format(DATE)).orElse("Không thời hạn");
    }

    private void add(int id, String text) {
        ASN1EncodableVector entry = numbered(id);
        entry.add(new DERUTF8String(text));
        entries.add(new DERSequence(entry));
    }

    /** Entry 13 holds a sequence of two. */
    private void addParents(String father, String mother) {
        ASN1EncodableVector both = new ASN1EncodableVector();
        both.add(new DERUTF8String(father));
        both.add(new DERUTF8String(mother));
        ASN1EncodableVector entry = numbered(13);
        entry.add(new DERSequence(both));
        entries.add(new DERSequence(entry));
    }

    /** A number that nobody had is an entry without a value. */
    private void addOldNumber(int id, Optional<String> number) {
        ASN1EncodableVector entry = numbered(id);
        number.ifPresent(digits -> entry.add(new DERUTF8String(digits)));
        entries.add(new DERSequence(entry));
    }

    private static ASN1EncodableVector numbered(int id) {
        ASN1EncodableVector entry = new ASN1EncodableVector();
        entry.add(new ASN1Integer(id));
        return entry;
    }
}
