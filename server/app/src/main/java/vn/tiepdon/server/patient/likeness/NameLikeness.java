package vn.tiepdon.server.patient.likeness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How like two Vietnamese names are.
 *
 * @param score 0 to 1; 1 when they are the same but for spaces, case, the vowel that the tone stands on, and y for i
 * @param bits how much it speaks for one person, or against when negative; what few people share tells more
 */
public record NameLikeness(double score, double bits) {

    /** Of words that stand in another order: given name first, as elsewhere in the world. */
    private static final double OTHER_ORDER = 0.97;

    private static final double MOST_BITS = 22;
    private static final double ALL_BUT_ROUNDING = 1 - 1e-9;

    public static NameLikeness of(String one, String other) {
        List<NameWord> first = NameWord.of(one);
        List<NameWord> second = NameWord.of(other);
        if (first.isEmpty() || second.isEmpty()) {
            return new NameLikeness(first.isEmpty() && second.isEmpty() ? 1 : 0, 0);
        }
        // In an order of their own, so that it does not matter who is compared with whom.
        return key(first).compareTo(key(second)) <= 0 ? compared(first, second) : compared(second, first);
    }

    private static NameLikeness compared(List<NameWord> first, List<NameWord> second) {
        boolean withoutMarks = bare(first) || bare(second);
        double whole = told(first) + told(second);
        double shared = 0;
        double bits = 0;
        BitSet firstUsed = new BitSet();
        BitSet secondUsed = new BitSet();
        List<Pair> taken = new ArrayList<>();
        for (Pair pair : pairs(first, second, withoutMarks)) {
            if (!firstUsed.get(pair.at()) && !secondUsed.get(pair.with())) {
                firstUsed.set(pair.at());
                secondUsed.set(pair.with());
                taken.add(pair);
                double both =
                        first.get(pair.at()).bits() + second.get(pair.with()).bits();
                shared += pair.likeness() * both;
                bits += gain(pair.likeness()) * both / 2;
            }
        }
        bits += alone(first, firstUsed) + alone(second, secondUsed);
        double score = shared / whole * (inOrder(taken) ? 1 : OTHER_ORDER);
        return new NameLikeness(score > ALL_BUT_ROUNDING ? 1 : score, Math.min(MOST_BITS, bits));
    }

    /** A word that is only like another tells less than its likeness: many words are like it. */
    private static double gain(double likeness) {
        return likeness >= 0.95 ? likeness : likeness * likeness;
    }

    private static List<Pair> pairs(List<NameWord> first, List<NameWord> second, boolean withoutMarks) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            for (int j = 0; j < second.size(); j++) {
                double likeness = first.get(i).likeness(second.get(j), withoutMarks);
                if (likeness > 0) {
                    pairs.add(new Pair(i, j, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness)
                .reversed()
                .thenComparingInt(pair -> Math.abs(pair.at() - pair.with())));
        return pairs;
    }

    private static boolean inOrder(List<Pair> taken) {
        List<Pair> byFirst =
                taken.stream().sorted(Comparator.comparingInt(Pair::at)).toList();
        for (int i = 1; i < byFirst.size(); i++) {
            if (byFirst.get(i).with() < byFirst.get(i - 1).with()) {
                return false;
            }
        }
        return true;
    }

    private static double alone(List<NameWord> words, BitSet used) {
        double bits = 0;
        for (int i = used.nextClearBit(0); i < words.size(); i = used.nextClearBit(i + 1)) {
            bits += words.get(i).alone();
        }
        return bits;
    }

    private static double told(List<NameWord> words) {
        return words.stream().mapToDouble(NameWord::bits).sum();
    }

    private static boolean bare(List<NameWord> words) {
        return words.stream().noneMatch(word -> word.syllable().hasMarks());
    }

    private static String key(List<NameWord> words) {
        return words.stream().map(word -> word.syllable().marked()).collect(Collectors.joining(" "));
    }

    private record Pair(int at, int with, double likeness) {}
}
