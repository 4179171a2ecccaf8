package vn.tiepdon.server.patient.merge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Rules for short lists of a patient, whose rows are numbered by {@code item}. */
public final class Lists {

    private static final String ITEM = "item";

    private Lists() {}

    /**
     * One list behind the other; what stands in both stands there once.
     *
     * @param same whether two rows say the same
     * @param changes of the row that stays, from the two
     */
    public static MergeRule appended(BiPredicate<Row, Row> same, Changes changes) {
        return (facility, kept, gone) -> {
            Optional<Row> there =
                    kept.stream().filter(row -> same.test(row, gone)).findFirst();
            if (there.isPresent()) {
                return new Verdict.Combine(there.get(), changes.of(there.get(), gone));
            }
            return new Verdict.Move(Map.of(ITEM, String.valueOf(last(kept) + 1)));
        };
    }

    public static MergeRule appended(BiPredicate<Row, Row> same) {
        return appended(same, (kept, gone) -> Map.of());
    }

    private static int last(List<Row> rows) {
        return rows.stream()
                .mapToInt(row -> Integer.parseInt(row.get(ITEM)))
                .max()
                .orElse(0);
    }

    /** What the row that stays takes from the one that is put aside. */
    @FunctionalInterface
    public interface Changes {
        Map<String, String> of(Row kept, Row gone);
    }
}
