package vn.tiepdon.server.desk;

import java.util.List;
import vn.tiepdon.server.chart.Band;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.PersonalTarget;

/**
 * What the doctor's page draws. Targets for everybody: below 140/90 mmHg (QĐ 3192/QĐ-BYT), fasting glucose 4.4 to 7.2
 * mmol/L and HbA1c below 7 % (QĐ 5481/QĐ-BYT), oxygen saturation 90 % at least (GOLD report, supplemental oxygen); a
 * patient's own go before them.
 */
enum Measure {
    PRESSURE(
            "mmHg",
            "150/90",
            new Aim(ObservationKind.SYSTOLIC, 90, new Band(120, 140), Aim.Ends.UPPER),
            new Aim(ObservationKind.DIASTOLIC, 60, new Band(70, 90), Aim.Ends.UPPER)),
    GLUCOSE(
            "mmol/L",
            "5-8/10",
            new Aim(ObservationKind.FASTING_GLUCOSE, 3.9, new Band(4.4, 7.2), Aim.Ends.BOTH),
            new Aim(ObservationKind.GLUCOSE, 3.9, new Band(4.4, 10), Aim.Ends.UPPER)),
    HBA1C("%", "8", new Aim(ObservationKind.HBA1C, 0, new Band(5, 7), Aim.Ends.UPPER)),
    SPO2("%", "88-92", new Aim(ObservationKind.SPO2, 90, new Band(90, 100), Aim.Ends.LOWER));

    private final String unit;
    private final String example;
    private final List<Aim> general;

    Measure(String unit, String example, Aim... general) {
        this.unit = unit;
        this.example = example;
        this.general = List.of(general);
    }

    String unit() {
        return unit;
    }

    /** How a target of a patient's own is typed. */
    String example() {
        return example;
    }

    List<ObservationKind> kinds() {
        return general.stream().map(Aim::kind).toList();
    }

    /** For everybody. */
    List<Aim> general() {
        return general;
    }

    /** For somebody with targets of their own, perhaps for other measures. */
    List<Aim> aims(List<PersonalTarget> own) {
        return general.stream()
                .map(aim -> own.stream()
                        .filter(it -> it.kind() == aim.kind())
                        .findFirst()
                        .map(aim::with)
                        .orElse(aim))
                .toList();
    }

    /** Those to shade: the wider of two that lie upon each other would hide where the narrower ends. */
    List<Band> shaded(List<Aim> aims) {
        return aims.stream()
                .limit(this == GLUCOSE ? 1 : aims.size())
                .map(Aim::band)
                .toList();
    }

    /** Where the worst of these values stands. */
    static Standing standing(List<Aim> aims, List<Observed> values) {
        return values.stream()
                .flatMap(one -> aims.stream()
                        .filter(it -> it.kind() == one.kind())
                        .map(it -> it.standing(one.value().doubleValue())))
                .max(Standing::compareTo)
                .orElse(Standing.GOOD);
    }

    /** From the best to the worst. */
    enum Standing {
        GOOD,
        HIGH,
        LOW
    }
}
