package vn.tiepdon.server.illness;

import java.util.OptionalInt;
import vn.tiepdon.server.history.Icd10;

/** The chapters of ICD-10 (WHO, 2019) by the first category of each, in their order; a list need not name them. */
final class Chapter {

    private static final String[] BEGIN = {
        "A00", "C00", "D50", "E00", "F00", "G00", "H00", "H60", "I00", "J00", "K00", "L00", "M00", "N00", "O00", "P00",
        "Q00", "R00", "S00", "V01", "Z00"
    };

    private static final int SPECIAL = 22;

    private Chapter() {}

    /** Codes for special purposes (U00 to U99) stand in the last chapter although their letter does not. */
    static OptionalInt of(Icd10 code) {
        String category = code.category();
        if (category.startsWith("U")) {
            return OptionalInt.of(SPECIAL);
        }
        int chapter = 0;
        while (chapter < BEGIN.length && BEGIN[chapter].compareTo(category) <= 0) {
            chapter++;
        }
        return chapter == 0 ? OptionalInt.empty() : OptionalInt.of(chapter);
    }
}
