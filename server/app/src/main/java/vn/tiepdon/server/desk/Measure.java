package vn.tiepdon.server.desk;

import java.util.List;
import vn.tiepdon.server.chart.Band;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;

/**
 * What the doctor's page draws. Targets: below 140/90 mmHg (QĐ 3192/QĐ-BYT), fasting glucose 4.4 to 7.2 mmol/L and HbA1c
 * below 7 % (QĐ 5481/QĐ-BYT); a patient's own may be others.
 */
enum Measure {
    PRESSURE(
            "mmHg",
            new Target(ObservationKind.SYSTOLIC, 90, new Band(120, 140), false),
            new Target(ObservationKind.DIASTOLIC, 60, new Band(70, 90), false)),
    GLUCOSE(
            "mmol/L",
            new Target(ObservationKind.FASTING_GLUCOSE, 3.9, new Band(4.4, 7.2), true),
            new Target(ObservationKind.GLUCOSE, 3.9, new Band(4.4, 10), true)),
    HBA1C("%", new Target(ObservationKind.HBA1C, 0, new Band(5, 7), false));

    private final String unit;
    private final List<Target> targets;

    Measure(String unit, Target... targets) {
        this.unit = unit;
        this.targets = List.of(targets);
    }

    String unit() {
        return unit;
    }

    List<ObservationKind> kinds() {
        return targets.stream().map(Target::kind).toList();
    }

    /** Those to shade: the wider of two that lie upon each other would hide where the narrower ends. */
    List<Band> shaded() {
        return targets.stream()
                .limit(this == GLUCOSE ? 1 : targets.size())
                .map(Target::band)
                .toList();
    }

    /** Where the worst of these values stands. */
    Standing standing(List<Observed> values) {
        return values.stream()
                .flatMap(one -> targets.stream()
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

    /**
     * @param least below it a value is too low
     * @param mostIsGood whether the upper end of the band is still good
     */
    private record Target(ObservationKind kind, double least, Band band, boolean mostIsGood) {

        Standing standing(double value) {
            if (value < least) {
                return Standing.LOW;
            }
            return value > band.to() || value == band.to() && !mostIsGood ? Standing.HIGH : Standing.GOOD;
        }
    }
}
