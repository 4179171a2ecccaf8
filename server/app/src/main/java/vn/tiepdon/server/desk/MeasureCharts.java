package vn.tiepdon.server.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.chart.Point;
import vn.tiepdon.server.chart.Series;
import vn.tiepdon.server.chart.TimeChart;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.history.ClinicalRecords;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.PersonalTarget;
import vn.tiepdon.server.language.Decimals;
import vn.tiepdon.server.patient.PatientId;

/** Draws what was measured of a patient. */
@Component
class MeasureCharts {

    /** Of all kinds together: some years of somebody who is measured at each visit. */
    private static final int VALUES = 400;

    private static final int ROWS = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final ClinicalRecords records;
    private final Facilities facilities;
    private final MessageSource texts;

    MeasureCharts(ClinicalRecords records, Facilities facilities, MessageSource texts) {
        this.records = records;
        this.facilities = facilities;
        this.texts = texts;
    }

    /** Only of what was ever measured. */
    List<Chart> of(FacilityId facility, PatientId patient, List<PersonalTarget> own, Locale locale) {
        Set<ObservationKind> kinds = EnumSet.noneOf(ObservationKind.class);
        Stream.of(Measure.values()).forEach(it -> kinds.addAll(it.kinds()));
        ZoneId zone = facilities.get(facility).zone();
        Map<ObservationKind, List<Observed>> measured = records.observations(facility, patient, kinds, VALUES).stream()
                .collect(Collectors.groupingBy(Observed::kind));
        return Stream.of(Measure.values())
                .filter(it -> it.kinds().stream().anyMatch(measured::containsKey))
                .map(it -> chart(it, it.aims(own), measured, zone, locale))
                .toList();
    }

    /** @param measured the latest first */
    private Chart chart(
            Measure measure,
            List<Aim> aims,
            Map<ObservationKind, List<Observed>> measured,
            ZoneId zone,
            Locale locale) {
        String id = "chart-" + measure.name().toLowerCase(Locale.ROOT);
        String title = text("record.chart." + measure, locale);
        List<Observed> latest = latest(measure, measured);
        Measure.Standing standing = Measure.standing(aims, latest);
        String last = text(
                "record.last." + standing,
                locale,
                words(measure, latest, locale) + " " + measure.unit(),
                DAY.format(latest.get(0).at().atZone(zone)));
        Object[] ends = aims.stream().map(it -> it.words(texts, locale)).toArray();
        String key = aims.equals(measure.general()) ? "record.target." : "record.target.own.";
        String target = text(key + measure, locale, ends);
        List<Series> series = new ArrayList<>();
        for (ObservationKind kind : measure.kinds()) {
            List<Point> points = measured.getOrDefault(kind, List.of()).stream()
                    .map(it -> new Point(LocalDate.ofInstant(it.at(), zone), it.value()))
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.reverse(points);
            series.add(new Series(
                    kind.title().in(locale), series.isEmpty() ? Series.Mark.CIRCLE : Series.Mark.SQUARE, points));
        }
        String svg =
                TimeChart.draw(id, title, last + " " + target, measure.unit(), measure.shaded(aims), series, locale);
        List<String> heads = Stream.concat(
                        Stream.of(text("record.day", locale)),
                        measure.kinds().stream().map(it -> it.title().in(locale)))
                .toList();
        return new Chart(
                id,
                title,
                svg,
                last,
                standing != Measure.Standing.GOOD,
                target,
                heads,
                rows(measure, measured, zone, locale));
    }

    /** Those of the latest moment. */
    private static List<Observed> latest(Measure measure, Map<ObservationKind, List<Observed>> measured) {
        Instant at = measure.kinds().stream()
                .flatMap(it -> measured.getOrDefault(it, List.of()).stream().limit(1))
                .map(Observed::at)
                .max(Instant::compareTo)
                .orElseThrow();
        return measure.kinds().stream()
                .flatMap(it -> measured.getOrDefault(it, List.of()).stream()
                        .filter(one -> one.at().equals(at))
                        .limit(1))
                .toList();
    }

    private static String words(Measure measure, List<Observed> latest, Locale locale) {
        if (measure != Measure.GLUCOSE) {
            return latest.stream()
                    .map(it -> Decimals.written(it.value(), locale))
                    .collect(Collectors.joining("/"));
        }
        return latest.stream()
                .map(it -> it.kind().title().in(locale) + " " + Decimals.written(it.value(), locale))
                .collect(Collectors.joining(", "));
    }

    private static List<List<String>> rows(
            Measure measure, Map<ObservationKind, List<Observed>> measured, ZoneId zone, Locale locale) {
        Map<Instant, Map<ObservationKind, Observed>> byTime = new TreeMap<>(Collections.reverseOrder());
        measure.kinds().stream()
                .flatMap(it -> measured.getOrDefault(it, List.of()).stream())
                .forEach(it ->
                        byTime.computeIfAbsent(it.at(), at -> new TreeMap<>()).putIfAbsent(it.kind(), it));
        Function<Map.Entry<Instant, Map<ObservationKind, Observed>>, List<String>> row = entry -> Stream.concat(
                        Stream.of(DAY.format(entry.getKey().atZone(zone))),
                        measure.kinds().stream()
                                .map(it -> Optional.ofNullable(entry.getValue().get(it))
                                        .map(one -> Decimals.written(one.value(), locale))
                                        .orElse("–")))
                .toList();
        return byTime.entrySet().stream().limit(ROWS).map(row).toList();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
