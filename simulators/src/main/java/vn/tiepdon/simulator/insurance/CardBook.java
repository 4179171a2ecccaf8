package vn.tiepdon.simulator.insurance;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the gateway knows of each card. A number whose ten digits begin with 99 has the result code of its last three:
 * {@code 9900000010} has expired. Any other number is a good card of whoever is asked for, unless it was said otherwise.
 */
final class CardBook {

    private static final Pattern SPEAKING = Pattern.compile("(?:[A-Z]{2}[1-5][0-9]{2})?99[0-9]{5}([0-9]{3})");
    private static final String GOOD = "000";
    private static final int CARD = 15;
    private static final int SOCIAL = 10;

    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final String facility;

    /** @param facility where the good cards are registered */
    CardBook(String facility) {
        this.facility = facility;
    }

    void put(String number, String code) {
        codes.put(number, code);
    }

    String code(String number) {
        String said = codes.get(number);
        if (said != null) {
            return said;
        }
        Matcher speaking = SPEAKING.matcher(number);
        return speaking.matches() ? speaking.group(1) : GOOD;
    }

    /** The answer's fields, as {@code KQNhanLichSuKCB2024} names them. */
    Map<String, Object> answer(String number, String name, String birth, LocalDate today) {
        String code = code(number);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("maKetQua", code);
        fields.put("ghiChu", "");
        if (code.equals(GOOD) || code.equals("003") || code.equals("004") || code.equals("010")) {
            boolean over = code.equals("010") || code.equals("003");
            fields.put("maThe", card(number, "DN4"));
            fields.put("hoTen", name);
            fields.put("ngaySinh", birth);
            fields.put("gioiTinh", "Nữ");
            fields.put("diaChi", "-");
            fields.put("maDKBD", facility);
            fields.put("gtTheTu", "01/01/" + (today.getYear() - (over ? 1 : 0)));
            fields.put("gtTheDen", "31/12/" + (today.getYear() - (over ? 1 : 0)));
            fields.put("maKV", null);
            fields.put("ngayDu5Nam", "01/01/" + (today.getYear() - 1));
            fields.put("maSoBHXH", number.substring(Math.max(0, number.length() - SOCIAL)));
            boolean renewed = !code.equals(GOOD) && !code.equals("010");
            fields.put("maTheMoi", renewed ? card(number, "HT3") : null);
            fields.put("gtTheTuMoi", renewed ? "01/01/" + today.getYear() : null);
            fields.put("gtTheDenMoi", renewed ? "31/12/" + today.getYear() : null);
            fields.put("maDKBDMoi", renewed ? facility : null);
            fields.put("tenDKBDMoi", null);
        }
        // The lists keep the 2018 in their names, and may be null (CV 1923, phụ lục 03; public parsers).
        fields.put("dsLichSuKCB2018", null);
        fields.put("dsLichSuKT2018", null);
        return fields;
    }

    private String card(String number, String kind) {
        if (number.length() == CARD) {
            return kind.equals("DN4") ? number : kind + number.substring(kind.length());
        }
        return kind + facility.substring(0, 2) + number.substring(number.length() - SOCIAL);
    }
}
