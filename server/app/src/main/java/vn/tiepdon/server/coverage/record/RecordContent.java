package vn.tiepdon.server.coverage.record;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.tiepdon.server.coverage.ChargeableItem;
import vn.tiepdon.server.coverage.FirstCharge;
import vn.tiepdon.server.coverage.card.FacilityCode;
import vn.tiepdon.server.coverage.gateway.InsuredCard;
import vn.tiepdon.server.coverage.lookup.CheckedCard;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientDetails;

/** What a charge, the register and the insurance's answer say of a visit, as the record's fields. */
final class RecordContent {

    /** At the facility where first care is registered (QĐ 3276/2025, by way of secondary notes). */
    private static final String REGISTERED_HERE = "1.1";

    private static final String NOT_INSURED = "9";
    private static final String EXAMINATION = "01";
    private static final int NAMES = 255;

    private RecordContent() {}

    /** @param hospital its code with the insurance (mã CSKCB) */
    static CheckInRecord of(
            FirstCharge charge,
            PatientDetails details,
            Facility facility,
            String hospital,
            String visitId,
            CheckedCard checked) {
        Map<RecordField, String> fields = new EnumMap<>(RecordField.class);
        fields.put(RecordField.MA_LK, visitId);
        fields.put(RecordField.STT, "1");
        fields.put(
                RecordField.MA_BN,
                Optional.ofNullable(details.patient().hospitalCode()).orElse(""));
        fields.put(RecordField.HO_TEN, within(details.patient().fullName()));
        fields.put(RecordField.SO_CCCD, citizen(details));
        fields.put(RecordField.NGAY_SINH, RecordTimes.birth(details.patient().birthDate()));
        fields.put(
                RecordField.GIOI_TINH,
                switch (details.patient().sex()) {
                    case MALE -> "1";
                    case FEMALE -> "2";
                    case UNKNOWN -> "3";
                });
        card(fields, checked.card());
        fields.put(RecordField.MA_DOITUONG_KCB, charge.objectCode().orElseGet(() -> object(checked, hospital)));
        fields.put(
                RecordField.NGAY_VAO,
                RecordTimes.minute(facility.localAt(charge.arrivedAt()).toLocalDateTime()));
        fields.put(RecordField.MA_LOAI_KCB, charge.visitKind().orElse(EXAMINATION));
        fields.put(RecordField.MA_CSKCB, hospital);
        item(fields, charge.item());
        fields.put(
                RecordField.NGAY_YL,
                RecordTimes.minute(facility.localAt(charge.orderedAt()).toLocalDateTime()));
        return new CheckInRecord(fields);
    }

    /** What the insurance has answered since, in place of what was missing. */
    static CheckInRecord filled(CheckInRecord record, CheckedCard checked, String hospital) {
        Map<RecordField, String> fields = new EnumMap<>(record.fields());
        if (!record.has(RecordField.MA_THE_BHYT)) {
            card(fields, checked.card());
        }
        if (!record.has(RecordField.MA_DOITUONG_KCB)) {
            fields.put(RecordField.MA_DOITUONG_KCB, object(checked, hospital));
        }
        return new CheckInRecord(fields);
    }

    private static String citizen(PatientDetails details) {
        return details.number(IdentifierKind.NATIONAL)
                .or(() -> details.number(IdentifierKind.OLD_NATIONAL))
                .or(() -> details.number(IdentifierKind.PASSPORT))
                .orElse("");
    }

    private static void card(Map<RecordField, String> fields, Optional<InsuredCard> card) {
        card.ifPresent(one -> {
            fields.put(RecordField.MA_THE_BHYT, one.number().text());
            one.facility().map(FacilityCode::text).ifPresent(code -> fields.put(RecordField.MA_DKBD, code));
            fields.put(RecordField.GT_THE_TU, RecordTimes.day(one.from()));
            one.until().ifPresent(until -> fields.put(RecordField.GT_THE_DEN, RecordTimes.day(until)));
        });
    }

    /** Whatever is neither clearly insured here nor clearly not insured is for a person to decide. */
    private static String object(CheckedCard checked, String hospital) {
        if (checked.notInsured()) {
            return NOT_INSURED;
        }
        boolean here = checked.card()
                .flatMap(InsuredCard::facility)
                .map(FacilityCode::text)
                .filter(hospital::equals)
                .isPresent();
        return here ? REGISTERED_HERE : "";
    }

    private static void item(Map<RecordField, String> fields, ChargeableItem item) {
        RecordField code =
                switch (item.kind()) {
                    case SERVICE -> RecordField.MA_DICH_VU;
                    case DRUG -> RecordField.MA_THUOC;
                    case MATERIAL -> RecordField.MA_VAT_TU;
                };
        fields.put(code, item.code());
        fields.put(RecordField.values()[code.ordinal() + 1], item.name());
    }

    private static String within(String name) {
        return name.length() <= NAMES ? name : name.substring(0, NAMES);
    }
}
