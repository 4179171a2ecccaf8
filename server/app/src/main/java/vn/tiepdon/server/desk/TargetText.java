package vn.tiepdon.server.desk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.PersonalTarget;
import vn.tiepdon.server.history.TargetRange;
import vn.tiepdon.server.language.Decimals;

/**
 * The targets of one measure in one line: {@code 150/90}, {@code 130-150/70-90}, {@code 8}. A number alone is the end
 * that matters, upper or lower; what is left out ({@code 150}, {@code /95}) is as for everybody.
 */
final class TargetText {

    private static final Pattern RANGE =
            Pattern.compile("(?:([0-9]{1,3}(?:[.,][0-9]{1,3})?)\\s*[-–]\\s*)?([0-9]{1,3}(?:[.,][0-9]{1,3})?)|");

    private TargetText() {}

    /** Empty when it cannot be understood, or when nobody alive can be like that. */
    static Optional<Map<ObservationKind, Optional<TargetRange>>> read(Measure measure, String typed) {
        String[] parts = typed.split("/", -1);
        List<Aim> aims = measure.general();
        if (parts.length > aims.size()) {
            return Optional.empty();
        }
        Map<ObservationKind, Optional<TargetRange>> read = new LinkedHashMap<>();
        for (int i = 0; i < aims.size(); i++) {
            Matcher part = RANGE.matcher(i < parts.length ? parts[i].strip() : "");
            if (!part.matches()) {
                return Optional.empty();
            }
            Optional<TargetRange> range = Optional.empty();
            if (part.group(2) != null) {
                range = range(aims.get(i), part.group(1), part.group(2));
                if (range.isEmpty()) {
                    return Optional.empty();
                }
            }
            read.put(aims.get(i).kind(), range);
        }
        return Optional.of(read);
    }

    /** @param first null when there is one number alone */
    private static Optional<TargetRange> range(Aim aim, String first, String second) {
        Optional<BigDecimal> one = Optional.ofNullable(first).map(TargetText::decimal);
        Optional<BigDecimal> other = Optional.of(decimal(second));
        if (one.isPresent() && one.get().compareTo(other.get()) >= 0) {
            return Optional.empty();
        }
        boolean lower = one.isEmpty() && aim.ends() == Aim.Ends.LOWER;
        TargetRange range = lower ? new TargetRange(other, one) : new TargetRange(one, other);
        boolean safe = lower || one.isPresent() || other.get().doubleValue() > aim.least();
        return Optional.of(range).filter(it -> safe && it.plausible(aim.kind()));
    }

    private static BigDecimal decimal(String typed) {
        return new BigDecimal(typed.replace(',', '.'));
    }

    /** As it would be typed; empty when the measure has no target of the patient's own. */
    static String written(Measure measure, List<PersonalTarget> own, Locale locale) {
        List<String> parts = new ArrayList<>();
        for (ObservationKind kind : measure.kinds()) {
            parts.add(own.stream()
                    .filter(it -> it.kind() == kind)
                    .findFirst()
                    .map(it -> written(it.range(), locale))
                    .orElse(""));
        }
        while (!parts.isEmpty() && parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        return String.join("/", parts);
    }

    private static String written(TargetRange range, Locale locale) {
        String high = range.high().map(it -> Decimals.written(it, locale)).orElse("");
        String low = range.low().map(it -> Decimals.written(it, locale)).orElse("");
        return low.isEmpty() || high.isEmpty() ? low + high : low + "-" + high;
    }
}
