package vn.tiepdon.server.patient.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A word in its place in a name.
 *
 * @param bits how much it tells
 * @param alone what it speaks against one person when the other name has nothing like it, in bits; a middle Thị or Văn is
 *     left out by every second clerk
 */
record NameWord(Syllable syllable, double bits, double alone) {

    private static final Set<String> FILLERS = Set.of("thi", "van", "thi\u0323", "va\u0306n");
    private static final double FILLER_BITS = 0.3;
    private static final double FILLER_ALONE = -0.7;
    private static final double MIDDLE_ALONE = -3;
    private static final double END_ALONE = -5;
    private static final int MOST_WORDS = 20;

    static List<NameWord> of(String name) {
        List<Syllable> syllables = Arrays.stream(name.split("[\\s\\p{Z}]+"))
                .map(Syllable::of)
                .filter(one -> !one.bare().isEmpty())
                .limit(MOST_WORDS)
                .toList();
        List<NameWord> words = new ArrayList<>();
        for (int i = 0; i < syllables.size(); i++) {
            Syllable one = syllables.get(i);
            boolean end = i == 0 || i == syllables.size() - 1;
            if (!end && FILLERS.contains(one.marked())) {
                words.add(new NameWord(one, FILLER_BITS, FILLER_ALONE));
            } else {
                words.add(new NameWord(one, Frequencies.bits(one), end ? END_ALONE : MIDDLE_ALONE));
            }
        }
        return words;
    }

    /** 1 when it is the same word, 0 when nothing speaks for it. */
    double likeness(NameWord other, boolean withoutMarks) {
        Syllable one = syllable;
        Syllable two = other.syllable;
        if (one.marked().equals(two.marked())) {
            return 1;
        }
        if (one.bare().equals(two.bare())) {
            return withoutMarks ? 0.95 : 0.75;
        }
        if (Math.min(one.bare().length(), two.bare().length()) >= 2 && OneSlip.between(one.bare(), two.bare())) {
            return 0.6;
        }
        boolean initial = Math.min(one.bare().length(), two.bare().length()) == 1;
        return initial && one.bare().charAt(0) == two.bare().charAt(0) ? 0.4 : 0;
    }
}
