package vn.tiepdon.server.desk;

import java.util.List;
import java.util.Set;
import vn.tiepdon.server.chart.Band;
import vn.tiepdon.server.history.ObservationKind;

/**
 * What the doctor's page draws. Targets: below 140/90 mmHg (QĐ 3192/QĐ-BYT), fasting glucose 4.4 to 7.2 mmol/L and HbA1c
 * below 7 % (QĐ 5481/QĐ-BYT); a patient's own may be others, which the page says.
 */
enum Measure {
    PRESSURE(
            "mmHg",
            List.of(ObservationKind.SYSTOLIC, ObservationKind.DIASTOLIC),
            List.of(new Band(120, 140), new Band(70, 90))),
    GLUCOSE(
            "mmol/L",
            List.of(ObservationKind.FASTING_GLUCOSE, ObservationKind.GLUCOSE),
            List.of(new Band(4.4, 7.2), new Band(4.4, 10))),
    HBA1C("%", List.of(ObservationKind.HBA1C), List.of(new Band(5, 7)));

    private final String unit;
    private final List<ObservationKind> kinds;
    private final List<Band> targets;

    /** @param targets one for each kind, in their order */
    Measure(String unit, List<ObservationKind> kinds, List<Band> targets) {
        this.unit = unit;
        this.kinds = kinds;
        this.targets = targets;
    }

    String unit() {
        return unit;
    }

    List<ObservationKind> kinds() {
        return kinds;
    }

    /** Where values of this kind ought to lie. */
    Band target(ObservationKind kind) {
        return targets.get(kinds.indexOf(kind));
    }

    /** Those to shade: the wider of two that lie upon each other would hide where the narrower ends. */
    List<Band> shaded() {
        return this == GLUCOSE ? targets.subList(0, 1) : targets;
    }

    Set<ObservationKind> all() {
        return Set.copyOf(kinds);
    }
}
