package vn.tiepdon.server.illness;

import java.util.List;
import java.util.Optional;
import vn.tiepdon.server.patient.SearchName;

/**
 * Where a list has its columns; −1 for one that is not there. The ministry's own list (QĐ 4469/QĐ-BYT) names categories of
 * three characters in columns beside those of the illnesses.
 */
record Columns(int code, int vi, int en, int categoryCode, int categoryVi, int categoryEn) {

    private static final List<String> CODE =
            List.of("ma benh", "ma icd10", "ma icd-10", "ma icd 10", "ma icd", "icd10", "icd-10", "code", "ma");
    private static final List<String> VI =
            List.of("ten benh", "ten tieng viet", "ten benh tieng viet", "name_vi", "vi", "ten");
    private static final List<String> EN =
            List.of("disease name", "ten tieng anh", "ten benh tieng anh", "name_en", "english", "en", "name");
    private static final List<String> CATEGORY_CODE = List.of("ma loai");
    private static final List<String> CATEGORY_VI = List.of("ten loai");
    private static final List<String> CATEGORY_EN = List.of("type name");

    /** Empty when this line does not name a code and a Vietnamese name. */
    static Optional<Columns> of(Row head) {
        List<String> names = head.cells().stream()
                .map(it -> SearchName.of(it.strip()).replaceAll("\\s+", " "))
                .toList();
        Columns columns = new Columns(
                first(names, CODE),
                first(names, VI),
                first(names, EN),
                first(names, CATEGORY_CODE),
                first(names, CATEGORY_VI),
                first(names, CATEGORY_EN));
        return columns.code >= 0 && columns.vi >= 0 ? Optional.of(columns) : Optional.empty();
    }

    private static int first(List<String> names, List<String> wanted) {
        return wanted.stream()
                .map(SearchName::of)
                .mapToInt(names::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }
}
