package vn.tiepdon.server.history;

import java.util.Arrays;
import java.util.List;

/**
 * Diagnoses that nobody behind the patient's shoulder may read, by ICD-10 category: the stigma of them is worse than
 * their absence from a summary.
 */
enum SensitiveDiagnosis {
    SEXUALLY_TRANSMITTED("A50", "A64"),
    HIV("B20", "B24"),
    MENTAL("F00", "F99"),
    ABORTION("O00", "O08"),
    HIV_LABORATORY_EVIDENCE("R75", "R75"),
    MALTREATMENT("T74", "T74"),
    SELF_HARM("X60", "X84"),
    HIV_INFECTION_STATUS("Z21", "Z21"),
    CONTRACEPTION("Z30", "Z30");

    private final String from;
    private final String to;

    SensitiveDiagnosis(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /** Whether a code is one of these; by its category alone. */
    static boolean includes(Icd10 code) {
        String category = code.category();
        return Arrays.stream(values()).anyMatch(d -> d.from.compareTo(category) <= 0 && category.compareTo(d.to) <= 0);
    }

    /** A condition in SQL that holds for every diagnosis that may be shown. Holds constants only. */
    static String noneOf(String column) {
        // Three characters of one shape: compares alike in every collation.
        String category = "upper(substring(" + column + " from 1 for 3))";
        List<String> ranges = Arrays.stream(values())
                .map(d -> category + " not between '" + d.from + "' and '" + d.to + "'")
                .toList();
        return "(" + String.join(" and ", ranges) + ")";
    }
}
