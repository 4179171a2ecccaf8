package vn.tiepdon.server.exchange.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.history.Prescribed;

/** A row of XML2: a drug. */
final class DrugFields {

    private static final int LONGEST = 1_024;
    /** {@code 1 viên/lần * 2 lần/ngày * 30 ngày [2 viên/ngày]}, as QĐ 130/QĐ-BYT wants LIEU_DUNG for outpatients. */
    private static final Pattern DAYS = Pattern.compile("\\*\\s*0*([1-9][0-9]{0,2})\\s*ng[àa]y");

    private static final String NO_DOSAGE = "Theo chỉ dẫn của bác sĩ";

    private DrugFields() {}

    /** @param day of the visit, when the row has none */
    static Prescribed read(Fields row, LocalDate day) throws RefusedException {
        String name = row.required("TEN_THUOC", LONGEST);
        Optional<String> strength = row.text("HAM_LUONG", LONGEST).filter(it -> !name.contains(it));
        String dosage = dosage(row);
        LocalDate from = row.read("NGAY_YL", RefusalReason.DATE_INVALID, InsuranceDates::day)
                .orElse(day);
        return new Prescribed(
                row.text("MA_THUOC", Prescribed.LONGEST_CODE),
                within(strength.map(it -> name + " " + it).orElse(name), Prescribed.LONGEST_DRUG, "TEN_THUOC"),
                row.text("DUONG_DUNG", Prescribed.LONGEST_ROUTE),
                within(dosage, Prescribed.LONGEST_DOSAGE, "LIEU_DUNG"),
                quantity(row),
                row.text("DON_VI_TINH", Prescribed.LONGEST_UNIT),
                from,
                Reserve.read(row).get("SO_NGAY").or(() -> days(dosage)).flatMap(DrugFields::upToMost));
    }

    private static Optional<BigDecimal> quantity(Fields row) throws RefusedException {
        Optional<BigDecimal> quantity = row.number("SO_LUONG");
        if (quantity.filter(it -> it.signum() < 0 || it.precision() - it.scale() > 9)
                .isPresent()) {
            throw new RefusedException(RefusalReason.NUMBER_INVALID, "SO_LUONG");
        }
        return quantity;
    }

    private static String dosage(Fields row) throws RefusedException {
        Optional<String> dose = row.text("LIEU_DUNG", LONGEST);
        Optional<String> manner =
                row.text("CACH_DUNG", LONGEST).filter(it -> !dose.orElse("").contains(it));
        if (dose.isPresent() && manner.isPresent()) {
            return dose.get() + "; " + manner.get();
        }
        return dose.or(() -> manner).orElse(NO_DOSAGE);
    }

    private static Optional<String> days(String dosage) {
        Matcher days = DAYS.matcher(dosage);
        return days.find() ? Optional.of(days.group(1)) : Optional.empty();
    }

    private static Optional<Integer> upToMost(String days) {
        try {
            return Optional.of(Integer.parseInt(days)).filter(it -> it >= 1 && it <= Prescribed.MOST_DAYS);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static String within(String text, int longest, String field) throws RefusedException {
        if (text.length() > longest) {
            throw new RefusedException(RefusalReason.FIELD_TOO_LONG, field);
        }
        return text;
    }

    static Map<String, String> write(Prescribed drug, Optional<String> doctor) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("MA_THUOC", drug.code().orElse(""));
        row.put("TEN_THUOC", drug.drug());
        row.put("DON_VI_TINH", drug.unit().orElse(""));
        row.put("DUONG_DUNG", drug.route().orElse(""));
        row.put("LIEU_DUNG", drug.dosage());
        row.put("SO_LUONG", drug.quantity().map(BigDecimal::toPlainString).orElse(""));
        row.put("MA_BAC_SI", doctor.orElse(""));
        row.put("NGAY_YL", InsuranceDates.day(drug.from()) + "0000");
        Map<String, String> reserve = new LinkedHashMap<>();
        if (!days(drug.dosage()).flatMap(DrugFields::upToMost).equals(drug.days())) {
            reserve.put("SO_NGAY", drug.days().map(Object::toString).orElse("0"));
        }
        row.put(Reserve.NAME, Reserve.write(reserve));
        return row;
    }
}
