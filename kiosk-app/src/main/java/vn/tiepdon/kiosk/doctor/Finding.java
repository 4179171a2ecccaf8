package vn.tiepdon.kiosk.doctor;

import java.util.Locale;
import java.util.ResourceBundle;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.api.fault.FaultCode;

/** What one look found. */
sealed interface Finding {

    /** @param part a key of the texts: {@code server}, {@code printer} … */
    record Well(String part, String detail) implements Finding {}

    /** Something that the catalogue of faults knows. */
    record Known(String part, FaultCode fault) implements Finding {}

    /** Something about this computer; {@code advice} is a key of the texts. */
    record Machine(String part, String advice, String detail) implements Finding {}

    default boolean isWell() {
        return this instanceof Well;
    }

    /** One or two lines: what was looked at, what is wrong, what to do now. */
    default String say(ResourceBundle texts, Locale locale) {
        if (this instanceof Well well) {
            return "✓ " + texts.getString(well.part()) + (well.detail().isEmpty() ? "" : ": " + well.detail());
        }
        if (this instanceof Known known) {
            String advice =
                    FaultCatalogue.shipped().of(known.fault()).technician().in(locale);
            return "✗ %s (%s)%n    %s"
                    .formatted(texts.getString(known.part()), known.fault().mark(), advice);
        }
        Machine machine = (Machine) this;
        return "✗ %s: %s%n    %s"
                .formatted(texts.getString(machine.part()), machine.detail(), texts.getString(machine.advice()));
    }
}
