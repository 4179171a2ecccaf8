package vn.tiepdon.server.desk;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import vn.tiepdon.server.chart.Band;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.PersonalTarget;
import vn.tiepdon.server.history.TargetRange;
import vn.tiepdon.server.language.Decimals;

/**
 * Where the values of one kind ought to lie: as guidelines say, or as somebody set it for one patient.
 *
 * @param least below it a value is too low
 * @param ends which of the band's ends are said
 */
record Aim(ObservationKind kind, double least, Band band, Ends ends) {

    /** Which ends of a band mean something. */
    enum Ends {
        BOTH,
        UPPER,
        LOWER
    }

    /** The same for somebody who has a target of their own; an end that it lacks is shaded as it was. */
    Aim with(PersonalTarget own) {
        Optional<Double> low = own.range().low().map(Number::doubleValue);
        Optional<Double> high = own.range().high().map(Number::doubleValue);
        double to = high.orElse(band.to());
        double usual = band.from() < to ? band.from() : Math.max(least, to - (band.to() - band.from()));
        double from = low.orElse(usual);
        Ends said = low.isEmpty() ? Ends.UPPER : high.isEmpty() ? Ends.LOWER : Ends.BOTH;
        Band shaded = new Band(
                from, to, Stream.of(low, high).flatMap(Optional::stream).toList());
        return new Aim(kind, low.orElse(least), shaded, said);
    }

    Measure.Standing standing(double value) {
        if (value < least) {
            return Measure.Standing.LOW;
        }
        boolean good = value < band.to() || value == band.to() && TargetRange.reaches(kind);
        return good ? Measure.Standing.GOOD : Measure.Standing.HIGH;
    }

    /** The ends that mean something, without the unit. */
    String words(MessageSource texts, Locale locale) {
        String from = number(band.from(), locale);
        String to = number(band.to(), locale);
        return switch (ends) {
            case BOTH -> from + "–" + to;
            case UPPER ->
                texts.getMessage(
                        TargetRange.reaches(kind) ? "record.aim.most" : "record.aim.below", new Object[] {to}, locale);
            case LOWER -> texts.getMessage("record.aim.least", new Object[] {from}, locale);
        };
    }

    private static String number(double value, Locale locale) {
        return Decimals.written(BigDecimal.valueOf(value).stripTrailingZeros(), locale);
    }
}
