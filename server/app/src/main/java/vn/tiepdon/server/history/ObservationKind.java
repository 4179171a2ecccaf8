package vn.tiepdon.server.history;

import static vn.tiepdon.server.history.UnitConversion.by;
import static vn.tiepdon.server.history.UnitConversion.same;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.tiepdon.api.Text;

/**
 * What chronic care measures, each kind in one unit. Bounds are those of a living patient and a working device: outside
 * of them a comma or a unit was wrong.
 *
 * <p>Codes: LOINC. Units: UCUM. Conversions: molar masses of glucose 180.156, creatinine 113.12, cholesterol 386.65 and
 * triglycerides (as triolein) 885.4 g/mol; HbA1c by the NGSP master equation, {@code % = 0.09148 * mmol/mol + 2.152}.
 */
public enum ObservationKind {
    SYSTOLIC("8480-6", "mm[Hg]", "50", "300", "Huyết áp tâm thu", "Systolic blood pressure", same("mmHg")),
    DIASTOLIC("8462-4", "mm[Hg]", "20", "200", "Huyết áp tâm trương", "Diastolic blood pressure", same("mmHg")),
    HEART_RATE("8867-4", "/min", "20", "300", "Nhịp tim", "Heart rate", same("{beats}/min"), same("bpm")),
    TEMPERATURE("8310-5", "Cel", "25", "45", "Thân nhiệt", "Body temperature", same("°C")),
    SPO2("59408-5", "%", "30", "100", "SpO2", "Oxygen saturation"),
    WEIGHT("29463-7", "kg", "0.3", "400", "Cân nặng", "Weight", by("g", "0.001"), by("[lb_av]", "0.45359237")),
    HEIGHT("8302-2", "cm", "20", "260", "Chiều cao", "Height", by("m", "100"), by("[in_i]", "2.54")),
    HBA1C("4548-4", "%", "2.5", "25", "HbA1c", "HbA1c", new UnitConversion("mmol/mol", n("0.09148"), n("2.152"))),
    GLUCOSE("15074-8", "mmol/L", "0.5", "60", "Đường huyết", "Glucose", by("mg/dL", "0.0555075")),
    FASTING_GLUCOSE("14771-0", "mmol/L", "0.5", "60", "Đường huyết đói", "Fasting glucose", by("mg/dL", "0.0555075")),
    FEV1("20150-9", "L", "0.1", "10", "FEV1", "FEV1", by("mL", "0.001")),
    FVC("19868-9", "L", "0.1", "12", "FVC", "FVC", by("mL", "0.001")),
    FEV1_FVC("19926-5", "%", "5", "100", "FEV1/FVC", "FEV1/FVC", by("{ratio}", "100"), by("1", "100")),
    CREATININE("14682-9", "umol/L", "5", "3000", "Creatinin", "Creatinine", by("mg/dL", "88.4017"), same("µmol/L")),
    CHOLESTEROL("14647-2", "mmol/L", "0.5", "40", "Cholesterol", "Cholesterol", by("mg/dL", "0.0258632")),
    HDL("14646-4", "mmol/L", "0.05", "10", "HDL-C", "HDL cholesterol", by("mg/dL", "0.0258632")),
    LDL("22748-8", "mmol/L", "0.05", "30", "LDL-C", "LDL cholesterol", by("mg/dL", "0.0258632")),
    TRIGLYCERIDES("14927-8", "mmol/L", "0.1", "120", "Triglycerid", "Triglycerides", by("mg/dL", "0.0112943"));

    private final String loinc;
    private final String unit;
    private final BigDecimal least;
    private final BigDecimal most;
    private final Text title;
    private final List<UnitConversion> others;

    ObservationKind(
            String loinc, String unit, String least, String most, String vi, String en, UnitConversion... others) {
        this.loinc = loinc;
        this.unit = unit;
        this.least = n(least);
        this.most = n(most);
        this.title = new Text(vi, en);
        this.others = List.of(others);
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    /** The code that this kind is told further with. */
    public String loinc() {
        return loinc;
    }

    /** UCUM; the only one that values are kept in. */
    public String unit() {
        return unit;
    }

    /** The unit as people write it. */
    public String printedUnit() {
        return switch (unit) {
            case "mm[Hg]" -> "mmHg";
            case "Cel" -> "°C";
            case "/min" -> "/min";
            case "umol/L" -> "µmol/L";
            default -> unit;
        };
    }

    public Text title() {
        return title;
    }

    public BigDecimal least() {
        return least;
    }

    public BigDecimal most() {
        return most;
    }

    /** Whether somebody alive can have this value, in the kind's own unit. */
    public boolean plausible(BigDecimal value) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    /** A value in this kind's own unit; empty when the unit is none of this kind's. */
    public Optional<BigDecimal> fromUnit(BigDecimal value, String otherUnit) {
        return Stream.concat(Stream.of(same(unit)), others.stream())
                .filter(it -> it.isFrom(otherUnit))
                .findFirst()
                .map(it -> it.apply(value));
    }

    /** The kind of a LOINC code, also of codes for the same thing in another unit or material. */
    public static Optional<ObservationKind> ofLoinc(String code) {
        return Arrays.stream(values())
                .filter(it -> it.loinc.equals(code) || it.akin().contains(code))
                .findFirst();
    }

    private List<String> akin() {
        return switch (this) {
            case HBA1C -> List.of("59261-8", "17856-6");
            case GLUCOSE -> List.of("14749-6", "2345-7", "2339-0");
            case FASTING_GLUCOSE -> List.of("1558-6", "76629-5");
            case SPO2 -> List.of("2708-6");
            case WEIGHT -> List.of("3141-9");
            case CREATININE -> List.of("2160-0");
            case CHOLESTEROL -> List.of("2093-3");
            case HDL -> List.of("2085-9");
            case LDL -> List.of("2089-1", "13457-7", "39469-2");
            case TRIGLYCERIDES -> List.of("2571-8");
            default -> List.of();
        };
    }
}
