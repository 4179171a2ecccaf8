package vn.tiepdon.server.coverage.record;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.tiepdon.server.coverage.card.FacilityCode;
import vn.tiepdon.server.coverage.card.InsuranceNumber;

/**
 * Judges a record before it is sent, by the published rules: QĐ 4750/QĐ-BYT and the insurance's list of checks for it. Each
 * fault is said by the name of the field to mend.
 */
public final class RecordRules {

    /** Emergencies are not reported (QĐ 4750, điều 2). */
    static final String EMERGENCY = "2";

    private static final Pattern CITIZEN = Pattern.compile("[0-9]{9}|[0-9]{12}|[A-Z][0-9]{7}");
    private static final Pattern OBJECT = Pattern.compile("[0-9]{1,2}(\\.[0-9])?|[0-9]\\.[0-9]{1,2}");
    private static final Pattern KIND = Pattern.compile("0[1-9]|1[0-6]");
    private static final Pattern SEX = Pattern.compile("[123]");
    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]*");
    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cc}\\p{Cs}\\p{Cn}]*");
    private static final Duration NEWBORN = Duration.ofDays(28);

    private RecordRules() {}

    /** @return the fields that are to blame; none: it may be sent */
    public static Set<RecordField> faults(CheckInRecord record) {
        Set<RecordField> faults = EnumSet.noneOf(RecordField.class);
        for (RecordField field : RecordField.values()) {
            String value = record.get(field);
            boolean missing = field.must() && value.isEmpty();
            if (missing
                    || value.length() > field.longest()
                    || !PRINTABLE.matcher(value).matches()) {
                faults.add(field);
            }
        }
        forms(record, faults);
        times(record, faults);
        items(record, faults);
        return faults;
    }

    private static void forms(CheckInRecord record, Set<RecordField> faults) {
        form(record, faults, RecordField.STT, POSITIVE.asMatchPredicate());
        form(record, faults, RecordField.SO_CCCD, CITIZEN.asMatchPredicate());
        form(record, faults, RecordField.GIOI_TINH, SEX.asMatchPredicate());
        form(record, faults, RecordField.MA_THE_BHYT, it -> InsuranceNumber.parse(it)
                .isPresent());
        form(record, faults, RecordField.MA_DKBD, it -> FacilityCode.parse(it).isPresent());
        form(record, faults, RecordField.MA_CSKCB, it -> FacilityCode.parse(it).isPresent());
        form(record, faults, RecordField.MA_LOAI_KCB, KIND.asMatchPredicate());
        form(
                record,
                faults,
                RecordField.MA_DOITUONG_KCB,
                OBJECT.asMatchPredicate().and(it -> !it.equals(EMERGENCY)));
        form(record, faults, RecordField.GT_THE_TU, it -> RecordTimes.day(it).isPresent());
        form(record, faults, RecordField.GT_THE_DEN, it -> RecordTimes.day(it).isPresent());
        Optional<LocalDate> from = RecordTimes.day(record.get(RecordField.GT_THE_TU));
        Optional<LocalDate> until = RecordTimes.day(record.get(RecordField.GT_THE_DEN));
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            faults.add(RecordField.GT_THE_DEN);
        }
    }

    private static void times(CheckInRecord record, Set<RecordField> faults) {
        Optional<LocalDateTime> arrived = time(record, faults, RecordField.NGAY_VAO);
        Optional<LocalDateTime> admitted = time(record, faults, RecordField.NGAY_VAO_NOI_TRU);
        Optional<LocalDateTime> ordered = time(record, faults, RecordField.NGAY_YL);
        String birth = record.get(RecordField.NGAY_SINH);
        if (!birth.isEmpty() && !born(birth, arrived)) {
            faults.add(RecordField.NGAY_SINH);
        }
        if (arrived.isPresent()) {
            admitted.filter(arrived.get()::isAfter).ifPresent(it -> faults.add(RecordField.NGAY_VAO_NOI_TRU));
            ordered.filter(arrived.get()::isAfter).ifPresent(it -> faults.add(RecordField.NGAY_YL));
        }
        if (record.has(RecordField.NGAY_VAO_NOI_TRU) && !record.has(RecordField.LY_DO_VNT)) {
            faults.add(RecordField.LY_DO_VNT);
        }
    }

    /** What is ordered first is named, with its code: a service, or else a drug, or else a material. */
    private static void items(CheckInRecord record, Set<RecordField> faults) {
        boolean other = record.has(RecordField.MA_THUOC) || record.has(RecordField.MA_VAT_TU);
        if (!record.has(RecordField.MA_DICH_VU) && !other) {
            faults.add(RecordField.MA_DICH_VU);
        }
        both(record, faults, RecordField.MA_DICH_VU, RecordField.TEN_DICH_VU);
        both(record, faults, RecordField.MA_THUOC, RecordField.TEN_THUOC);
        both(record, faults, RecordField.MA_VAT_TU, RecordField.TEN_VAT_TU);
    }

    private static void both(CheckInRecord record, Set<RecordField> faults, RecordField code, RecordField name) {
        if (record.has(code) && !record.has(name)) {
            faults.add(name);
        }
        if (record.has(name) && !record.has(code)) {
            faults.add(code);
        }
    }

    private static void form(CheckInRecord record, Set<RecordField> faults, RecordField field, Predicate<String> rule) {
        if (record.has(field) && !rule.test(record.get(field))) {
            faults.add(field);
        }
    }

    private static Optional<LocalDateTime> time(CheckInRecord record, Set<RecordField> faults, RecordField field) {
        if (!record.has(field)) {
            return Optional.empty();
        }
        Optional<LocalDateTime> time = RecordTimes.minute(record.get(field));
        if (time.isEmpty()) {
            faults.add(field);
        }
        return time;
    }

    /** yyyyMMddHHmm, 0000 for a time not known, yyyy00000000 for a year alone; of a newborn the time must be known. */
    private static boolean born(String text, Optional<LocalDateTime> arrived) {
        try {
            if (text.matches("(?:19|20)[0-9]{2}0{8}")) {
                int year = Integer.parseInt(text.substring(0, 4));
                return arrived.filter(it -> it.getYear() < year).isEmpty();
            }
            Optional<LocalDateTime> birth = RecordTimes.minute(text);
            boolean past = birth.isPresent()
                    && arrived.filter(it -> it.isBefore(birth.get())).isEmpty();
            boolean newborn = past
                    && arrived.filter(it -> Duration.between(birth.get(), it).compareTo(NEWBORN) <= 0)
                            .isPresent();
            return past && !(newborn && text.endsWith("0000"));
        } catch (DateTimeException noDate) {
            return false;
        }
    }
}
