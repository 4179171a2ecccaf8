package vn.tiepdon.server.exchange.content;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;

/**
 * A row of XML4: what was measured, where chronic care asks for it. A row counts when its code is LOINC, or when its
 * service or name is one of those below, and when its value is a plain number in a unit of that kind. The ministry's
 * list of MA_CHI_SO was not to be had; docs/exchange.md says what stands on what.
 */
final class ResultFields {

    private static final int DECIMALS = 3;

    /** MA_DICH_VU without the part behind the last point: what is measured does not depend on the price. */
    private static final Map<String, ObservationKind> SERVICES = Map.of(
            "23.0075", ObservationKind.GLUCOSE,
            "23.0083", ObservationKind.HBA1C,
            "23.0051", ObservationKind.CREATININE,
            "23.0041", ObservationKind.CHOLESTEROL,
            "23.0084", ObservationKind.HDL,
            "23.0112", ObservationKind.LDL,
            "23.0158", ObservationKind.TRIGLYCERIDES);

    private static final Map<ObservationKind, List<String>> NAMES = names();
    private static final Pattern NOISE = Pattern.compile("[^a-z0-9]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SURROUNDINGS =
            Pattern.compile("^dinh luong | (mau|huyet thanh|huyet tuong|serum|plasma|blood)$");
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,6}([.,][0-9]{1,6})?");

    private ResultFields() {}

    private static Map<ObservationKind, List<String>> names() {
        Map<ObservationKind, List<String>> names = new EnumMap<>(ObservationKind.class);
        names.put(ObservationKind.SYSTOLIC, List.of("huyet ap tam thu", "ha tam thu"));
        names.put(ObservationKind.DIASTOLIC, List.of("huyet ap tam truong", "ha tam truong"));
        names.put(ObservationKind.HEART_RATE, List.of("nhip tim", "mach"));
        names.put(ObservationKind.TEMPERATURE, List.of("than nhiet", "nhiet do"));
        names.put(ObservationKind.SPO2, List.of("spo2"));
        names.put(ObservationKind.WEIGHT, List.of("can nang"));
        names.put(ObservationKind.HEIGHT, List.of("chieu cao"));
        names.put(ObservationKind.HBA1C, List.of("hba1c"));
        names.put(
                ObservationKind.FASTING_GLUCOSE,
                List.of(
                        "duong huyet doi",
                        "glucose doi",
                        "glucose luc doi",
                        "duong huyet luc doi",
                        "duong mau luc doi"));
        names.put(ObservationKind.GLUCOSE, List.of("glucose", "duong huyet", "duong mau"));
        names.put(ObservationKind.FEV1, List.of("fev1"));
        names.put(ObservationKind.FVC, List.of("fvc"));
        names.put(ObservationKind.FEV1_FVC, List.of("fev1 fvc", "gaensler"));
        names.put(ObservationKind.CREATININE, List.of("creatinin", "creatinine"));
        names.put(ObservationKind.CHOLESTEROL, List.of("cholesterol", "cholesterol toan phan"));
        names.put(ObservationKind.HDL, List.of("hdl c", "hdl cholesterol", "hdl"));
        names.put(ObservationKind.LDL, List.of("ldl c", "ldl cholesterol", "ldl"));
        names.put(ObservationKind.TRIGLYCERIDES, List.of("triglycerid", "triglyceride", "triglycerides"));
        return names;
    }

    /**
     * Empty when it is nothing that chronic care asks for, or not a number in a known unit.
     *
     * @param visit when the row has no time
     */
    static Optional<Observed> read(Fields row, Instant visit, ZoneId zone) throws RefusedException {
        Optional<ObservationKind> kind = kind(row);
        Optional<String> value =
                row.text("GIA_TRI").filter(it -> PLAIN.matcher(it).matches());
        if (kind.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        Instant at = row.read("NGAY_KQ", RefusalReason.DATE_INVALID, it -> InsuranceDates.minute(it, zone))
                .orElse(visit);
        return kind.get()
                .fromUnit(
                        new BigDecimal(value.get().replace(',', '.')),
                        row.text("DON_VI_DO").orElse(""))
                .filter(kind.get()::plausible)
                .map(it -> new Observed(kind.get(), it, at, Optional.empty()));
    }

    private static Optional<ObservationKind> kind(Fields row) {
        return row.text("MA_CHI_SO")
                .flatMap(ObservationKind::ofLoinc)
                .or(() -> row.text("TEN_CHI_SO").flatMap(ResultFields::named))
                .or(() -> row.text("MA_DICH_VU").flatMap(ResultFields::service));
    }

    private static Optional<ObservationKind> service(String code) {
        int end = code.lastIndexOf('.');
        return end < 0 ? Optional.empty() : Optional.ofNullable(SERVICES.get(code.substring(0, end)));
    }

    private static Optional<ObservationKind> named(String name) {
        String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
        String words = NOISE.matcher(bare).replaceAll(" ").strip();
        String alone = SURROUNDINGS.matcher(words).replaceAll("");
        return NAMES.entrySet().stream()
                .filter(it -> it.getValue().contains(words) || it.getValue().contains(alone))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static Map<String, String> write(Observed observed, ZoneId zone) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("MA_CHI_SO", observed.kind().loinc());
        row.put("TEN_CHI_SO", observed.kind().title().vi());
        row.put(
                "GIA_TRI",
                observed.value()
                        .setScale(
                                Math.min(DECIMALS, Math.max(0, observed.value().scale())))
                        .toPlainString());
        row.put("DON_VI_DO", observed.kind().unit());
        row.put("NGAY_KQ", InsuranceDates.minute(observed.at(), zone));
        return row;
    }
}
