package vn.tiepdon.server.room;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.tiepdon.server.history.Prescribed;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.language.Decimals;

/**
 * A prescription as text, one line for each drug: name and strength; how to take it; for how many days; how many of what:
 * {@code Amlodipin 5 mg; sáng 1 viên; 30 ngày; 30 viên}. The last two may be missing.
 */
final class DrugLines {

    private static final Pattern DAYS = Pattern.compile("([0-9]{1,2})\\s*(?:\\p{L}+)?");
    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,6}(?:[.,][0-9]{1,3})?)\\s*(.*)");
    private static final int PARTS = 4;

    private final LocalDate from;
    private final Map<String, Prescribed> before = new HashMap<>();
    private final List<Problem> problems;

    /**
     * @param from first day of what is prescribed now
     * @param before prescribed already: a line that was not touched means the same drug
     * @param problems gets the lines that cannot be understood
     */
    DrugLines(LocalDate from, List<Prescribed> before, List<Problem> problems) {
        this.from = from;
        before.forEach(it -> this.before.put(written(it), it));
        this.problems = problems;
    }

    List<Prescribed> read(String typed) {
        List<Prescribed> read = new ArrayList<>();
        int number = 0;
        for (String line : typed.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                Optional<Prescribed> drug =
                        read.size() < VisitDetails.MOST_PRESCRIPTIONS ? line(line) : Optional.empty();
                if (drug.isEmpty()) {
                    problems.add(Problem.of("drugs", "room.problem.drugs", number));
                    return List.of();
                }
                read.add(drug.get());
            }
        }
        return read;
    }

    private Optional<Prescribed> line(String line) {
        return Optional.ofNullable(before.get(line.strip())).or(() -> parsed(line));
    }

    private Optional<Prescribed> parsed(String line) {
        String[] parts = line.split(";", -1);
        String days = part(parts, 2);
        String quantity = part(parts, 3);
        Matcher forDays = DAYS.matcher(days);
        Matcher howMany = QUANTITY.matcher(quantity);
        if (parts.length > PARTS
                || !days.isEmpty() && !forDays.matches()
                || !quantity.isEmpty() && !howMany.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Prescribed(
                    Optional.empty(),
                    parts[0],
                    Optional.empty(),
                    part(parts, 1),
                    quantity.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new BigDecimal(howMany.group(1).replace(',', '.'))),
                    quantity.isEmpty() ? Optional.empty() : Optional.of(howMany.group(2)),
                    from,
                    days.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(forDays.group(1)))));
        } catch (IllegalArgumentException tooLongOrMissing) {
            return Optional.empty();
        }
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }

    /** What {@link #read} would understand as the same drugs. */
    static String written(List<Prescribed> drugs) {
        return drugs.stream().map(DrugLines::written).collect(Collectors.joining("\n"));
    }

    private static String written(Prescribed drug) {
        String days = drug.days().map(String::valueOf).orElse("");
        String quantity = drug.quantity()
                .map(it -> (Decimals.written(it) + " " + drug.unit().orElse("")).strip())
                .orElse("");
        String line = String.join("; ", clean(drug.drug()), clean(drug.dosage()), days, clean(quantity));
        return line.replaceAll("[; ]+$", "");
    }

    private static String clean(String text) {
        return text.replaceAll("[;\\s]+", " ");
    }
}
