package vn.tiepdon.server.desk;

import java.util.List;
import java.util.Locale;
import vn.tiepdon.server.history.Kept;
import vn.tiepdon.server.history.PersonalTarget;

/** A patient's own targets as they stand in the inputs of the page. An input that is empty means the general target. */
record TargetsForm(Integer version, String pressure, String glucose, String glycated, String oxygen) {

    TargetsForm {
        version = version == null ? 0 : version;
        pressure = Reading.line(pressure);
        glucose = Reading.line(glucose);
        glycated = Reading.line(glycated);
        oxygen = Reading.line(oxygen);
    }

    static TargetsForm of(Kept<List<PersonalTarget>> kept, Locale locale) {
        return new TargetsForm(
                kept.version(),
                TargetText.written(Measure.PRESSURE, kept.value(), locale),
                TargetText.written(Measure.GLUCOSE, kept.value(), locale),
                TargetText.written(Measure.HBA1C, kept.value(), locale),
                TargetText.written(Measure.SPO2, kept.value(), locale));
    }

    String of(Measure measure) {
        return switch (measure) {
            case PRESSURE -> pressure;
            case GLUCOSE -> glucose;
            case HBA1C -> glycated;
            case SPO2 -> oxygen;
        };
    }

    @Override
    public String toString() {
        return "TargetsForm[…]";
    }
}
