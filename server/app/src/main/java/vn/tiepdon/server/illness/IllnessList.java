package vn.tiepdon.server.illness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.history.Icd10;
import vn.tiepdon.server.illness.RefusedLine.Reason;

/** A list of illnesses as it was understood, and what of it was not. */
final class IllnessList {

    static final int MOST_LINES = 100_000;
    static final int MOST_COLUMNS = 60;
    static final int LONGEST_NAME = 400;

    /** Above the head there may be a title, a date, a signature. */
    static final int HEAD_WITHIN = 20;

    /** Beyond it a file is beside the point, and its report would be as large as itself. */
    private static final int MOST_REFUSED = 1000;

    private final Map<Icd10, Illness> illnesses = new LinkedHashMap<>();
    private final List<RefusedLine> refused = new ArrayList<>();
    private int refusedCount;

    private IllnessList() {}

    /** @param file Excel (.xlsx) or text with separated values in UTF-8 */
    static IllnessList read(byte[] file) throws UnreadableListException {
        if (file.length == 0) {
            throw new UnreadableListException(UnreadableListException.Reason.EMPTY);
        }
        List<Row> rows = ExcelRows.canRead(file) ? ExcelRows.read(file) : CsvRows.read(file);
        for (int head = 0; head < Math.min(HEAD_WITHIN, rows.size()); head++) {
            Optional<Columns> columns = Columns.of(rows.get(head));
            if (columns.isPresent()) {
                IllnessList list = new IllnessList();
                rows.subList(head + 1, rows.size()).forEach(row -> list.take(row, columns.get()));
                return list;
            }
        }
        throw new UnreadableListException(UnreadableListException.Reason.NO_HEAD);
    }

    List<Illness> illnesses() {
        return List.copyOf(illnesses.values());
    }

    /** The first of them. */
    List<RefusedLine> refused() {
        return List.copyOf(refused);
    }

    int refusedCount() {
        return refusedCount;
    }

    private void take(Row row, Columns columns) {
        String code = row.cell(columns.code());
        String vi = row.cell(columns.vi());
        String category = row.cell(columns.categoryCode());
        if (code.isEmpty() && vi.isEmpty() && category.isEmpty()) {
            return;
        }
        if (!category.isEmpty() && !category.equals(code)) {
            // Repeated in each line of its illnesses; said once.
            Optional<Illness> read = illness(category, row.cell(columns.categoryVi()), row.cell(columns.categoryEn()));
            read.ifPresent(it -> illnesses.putIfAbsent(it.code(), it));
        }
        Optional<Illness> read = illness(code, vi, row.cell(columns.en()));
        if (read.isEmpty()) {
            refuse(row, code, why(code, vi));
        } else {
            Illness before = illnesses.putIfAbsent(read.get().code(), read.get());
            if (before != null && !before.name().equals(read.get().name()) && !code.equals(category)) {
                refuse(row, code, Reason.TWICE);
            }
        }
    }

    private void refuse(Row row, String code, Reason reason) {
        refusedCount++;
        if (refused.size() < MOST_REFUSED) {
            refused.add(new RefusedLine(row.line(), code, reason));
        }
    }

    private static Reason why(String code, String vi) {
        if (parse(code).isEmpty()) {
            return Reason.NO_CODE;
        }
        return vi.isEmpty() ? Reason.NO_NAME : Reason.NAME_TOO_LONG;
    }

    private static Optional<Illness> illness(String code, String vi, String en) {
        String english = en.isEmpty() ? vi : en;
        return vi.isEmpty() || vi.length() > LONGEST_NAME || english.length() > LONGEST_NAME
                ? Optional.empty()
                : parse(code).flatMap(it -> Chapter.of(it).stream()
                        .mapToObj(chapter -> new Illness(it, new Text(vi, english), chapter))
                        .findFirst());
    }

    /** Daggers and asterisks say how a code is used with another one; they are no part of it. */
    private static Optional<Icd10> parse(String code) {
        return Icd10.parse(code.replaceAll("[†*+\\s]+$", ""));
    }
}
