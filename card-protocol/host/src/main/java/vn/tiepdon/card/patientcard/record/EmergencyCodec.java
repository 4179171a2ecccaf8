package vn.tiepdon.card.patientcard.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.NewerLayoutException;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.Tlv;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Allergy;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Chronic;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Contact;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;

/** The emergency record as TLV. */
final class EmergencyCodec {

    static final int RECORD = 0xE2;

    private static final int BLOOD_GROUP = 0x91;
    private static final int ALLERGY = 0xA1;
    private static final int SUBSTANCE = 0x92;
    private static final int SEVERITY = 0x93;
    private static final int CHRONIC = 0xA2;
    private static final int DIAGNOSIS_NAME = 0x95;
    private static final int SINCE = 0x96;
    private static final int CONTACT = 0xA3;
    private static final int CONTACT_NAME = 0x97;
    private static final int TELEPHONE = 0x98;
    private static final int RELATION = 0x99;

    private EmergencyCodec() {}

    static byte[] encode(EmergencyRecord record, SigningKeyId signer) {
        return Elements.record(RECORD, signer, out -> {
            out.day(Elements.DAY, record.asOf());
            record.bloodGroup().ifPresent(group -> out.number(BLOOD_GROUP, group.code()));
            for (Allergy allergy : record.allergies()) {
                out.inside(ALLERGY, item -> write(allergy, item));
            }
            for (Chronic chronic : record.chronic()) {
                out.inside(CHRONIC, item -> write(chronic, item));
            }
            for (Contact contact : record.contacts()) {
                out.inside(CONTACT, item -> write(contact, item));
            }
        });
    }

    static Claimed<EmergencyRecord> decode(Tlv tlv) throws MalformedRecordException, NewerLayoutException {
        return ElementReader.record(RECORD, tlv, in -> {
            LocalDate asOf = in.day(Elements.DAY);
            Optional<BloodGroup> group = in.optional(BLOOD_GROUP, item -> BloodGroup.ofCode(item.number(BLOOD_GROUP)));
            List<Allergy> allergies = in.all(ALLERGY, EmergencyRecord.MAX_ALLERGIES, EmergencyCodec::allergy);
            List<Chronic> chronic = in.all(CHRONIC, EmergencyRecord.MAX_CHRONIC, EmergencyCodec::chronic);
            List<Contact> contacts = in.all(CONTACT, EmergencyRecord.MAX_CONTACTS, EmergencyCodec::contact);
            return new EmergencyRecord(asOf, group, allergies, chronic, contacts);
        });
    }

    private static void write(Allergy allergy, Elements out) {
        out.text(SUBSTANCE, allergy.substance());
        out.number(SEVERITY, allergy.severity().code());
    }

    private static Allergy allergy(ElementReader in) throws MalformedRecordException {
        return new Allergy(in.text(SUBSTANCE, Allergy.MAX_SUBSTANCE), Severity.ofCode(in.number(SEVERITY)));
    }

    private static void write(Chronic chronic, Elements out) {
        out.text(Elements.DIAGNOSIS, chronic.code());
        out.text(DIAGNOSIS_NAME, chronic.name());
        chronic.since().ifPresent(day -> out.day(SINCE, day));
    }

    private static Chronic chronic(ElementReader in) throws MalformedRecordException {
        return new Chronic(
                in.text(Elements.DIAGNOSIS, Rules.MAX_DIAGNOSIS),
                in.text(DIAGNOSIS_NAME, Chronic.MAX_NAME),
                in.optional(SINCE, item -> item.day(SINCE)));
    }

    private static void write(Contact contact, Elements out) {
        out.text(CONTACT_NAME, contact.name());
        out.text(TELEPHONE, contact.telephone());
        contact.relation().ifPresent(relation -> out.text(RELATION, relation));
    }

    private static Contact contact(ElementReader in) throws MalformedRecordException {
        return new Contact(
                in.text(CONTACT_NAME, Contact.MAX_NAME),
                in.text(TELEPHONE, Rules.MAX_TELEPHONE),
                in.optional(RELATION, item -> item.text(RELATION, Contact.MAX_RELATION)));
    }
}
