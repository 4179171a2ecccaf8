package vn.tiepdon.server.room;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.DiagnosisCatalogue;
import vn.tiepdon.server.history.Icd10;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.language.Decimals;

/** Reads what a doctor in a hurry typed, and gathers what cannot be understood. */
@Component
class FindingsReader {

    private static final Pattern PRESSURE =
            Pattern.compile("([0-9]{2,3}(?:[.,][0-9])?)\\s*[/\\\\ -]\\s*([0-9]{2,3}(?:[.,][0-9])?)");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,3}(?:[.,][0-9]{1,3})?)\\s*(\\S*)");
    /** A comma within a name parts nothing. */
    private static final Pattern ENTRIES = Pattern.compile("[;\\n]|,(?=\\s*(?:[A-Za-z][0-9]|$))");

    private static final Set<ObservationKind> READ = EnumSet.of(
            ObservationKind.SYSTOLIC,
            ObservationKind.DIASTOLIC,
            ObservationKind.GLUCOSE,
            ObservationKind.FASTING_GLUCOSE,
            ObservationKind.HBA1C,
            ObservationKind.WEIGHT);

    private final DiagnosisCatalogue catalogue;

    FindingsReader(DiagnosisCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Whether there is an input for values of this kind. */
    static boolean reads(ObservationKind kind) {
        return READ.contains(kind);
    }

    Findings read(FindingsForm form, LocalDate day, Instant at, List<Problem> problems) {
        return read(form, day, at, null, problems);
    }

    /**
     * @param day of the visit, from which drugs are taken
     * @param at when the values were measured
     * @param before what is corrected: it names what the list of illnesses does not, and its drugs keep what no input
     *     shows of them; null for none
     * @param problems gets what cannot be understood; the findings are worth nothing then
     */
    Findings read(FindingsForm form, LocalDate day, Instant at, VisitDetails before, List<Problem> problems) {
        List<Observed> observed = new ArrayList<>();
        pressure(form.bp(), at, observed, problems);
        number("glucose", ObservationKind.GLUCOSE, form.glucose(), at, observed, problems);
        number("fasting", ObservationKind.FASTING_GLUCOSE, form.fasting(), at, observed, problems);
        number("hba1c", ObservationKind.HBA1C, form.hba1c(), at, observed, problems);
        number("weight", ObservationKind.WEIGHT, form.weight(), at, observed, problems);
        return new Findings(
                others(form.others(), before == null ? List.of() : before.others(), problems),
                Optional.of(form.reason()).filter(it -> !it.isEmpty()),
                Optional.of(form.advice()).filter(it -> !it.isEmpty()),
                new DrugLines(day, before == null ? List.of() : before.prescriptions(), problems).read(form.drugs()),
                observed);
    }

    private static void pressure(String typed, Instant at, List<Observed> observed, List<Problem> problems) {
        if (typed.isEmpty()) {
            return;
        }
        Matcher pair = PRESSURE.matcher(typed);
        if (pair.matches()) {
            BigDecimal systolic = decimal(pair.group(1));
            BigDecimal diastolic = decimal(pair.group(2));
            if (ObservationKind.SYSTOLIC.plausible(systolic)
                    && ObservationKind.DIASTOLIC.plausible(diastolic)
                    && systolic.compareTo(diastolic) > 0) {
                observed.add(new Observed(ObservationKind.SYSTOLIC, systolic, at, Optional.empty()));
                observed.add(new Observed(ObservationKind.DIASTOLIC, diastolic, at, Optional.empty()));
                return;
            }
        }
        problems.add(Problem.of("bp", "room.problem.bp"));
    }

    /** A bare number is in the kind's own unit; the beginning of another unit behind it is enough ({@code 130 mg}). */
    private static void number(
            String field,
            ObservationKind kind,
            String typed,
            Instant at,
            List<Observed> observed,
            List<Problem> problems) {
        if (typed.isEmpty()) {
            return;
        }
        Matcher number = NUMBER.matcher(typed);
        Optional<BigDecimal> value = number.matches()
                ? kind.fromUnit(decimal(number.group(1)), unit(kind, number.group(2)))
                : Optional.empty();
        value.filter(kind::plausible)
                .ifPresentOrElse(
                        it -> observed.add(new Observed(kind, it, at, Optional.empty())),
                        () -> problems.add(Problem.of(
                                field,
                                "room.problem.number",
                                kind.title(),
                                Decimals.written(kind.least()),
                                Decimals.written(kind.most()),
                                kind.printedUnit())));
    }

    private static BigDecimal decimal(String typed) {
        return new BigDecimal(typed.replace(',', '.'));
    }

    private static String unit(ObservationKind kind, String typed) {
        if (typed.isEmpty()) {
            return kind.unit();
        }
        return typed.equalsIgnoreCase("mg") ? "mg/dL" : typed;
    }

    private List<Diagnosis> others(String typed, List<Diagnosis> before, List<Problem> problems) {
        List<Diagnosis> others = new ArrayList<>();
        for (String entry : ENTRIES.split(typed)) {
            String[] words = entry.strip().split("\\s+", 2);
            if (words[0].isEmpty()) {
                continue;
            }
            String name = words.length == 2 ? words[1] : "";
            Optional<Icd10> code = Icd10.parse(words[0]);
            Optional<Diagnosis> found = before.stream()
                    .filter(it -> code.filter(it.code()::equals).isPresent())
                    .findFirst()
                    .or(() -> code.flatMap(catalogue::find))
                    .or(() -> code.filter(it -> !name.isEmpty() && name.length() <= Diagnosis.LONGEST_NAME)
                            .map(it -> Diagnosis.named(it, name)));
            if (found.isEmpty() || others.size() == VisitDetails.MOST_OTHERS) {
                problems.add(Problem.of(
                        "others", code.isEmpty() ? "room.problem.others" : "room.problem.others.name", words[0]));
                return List.of();
            }
            if (others.stream().noneMatch(it -> it.code().equals(found.get().code()))) {
                others.add(found.get());
            }
        }
        return others;
    }
}
