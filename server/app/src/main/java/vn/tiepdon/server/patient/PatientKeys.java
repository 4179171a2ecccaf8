package vn.tiepdon.server.patient;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the register keeps beside a name so that it is found by an index. Whoever writes rows of {@code patient} writes
 * these with them.
 *
 * @param searchName {@code nguyen thi thuy}: lower case, without marks
 * @param words {@code [nguien, thi, thui]}: the words of {@code patient_word}, in which {@code y} is {@code i}
 * @param matchKey {@code 1950 nguien thui}: birth year and the words in order, without {@code thi} and {@code van};
 *     people who may be the same have the same
 */
public record PatientKeys(String searchName, Set<String> words, String matchKey) {

    private static final Set<String> FILLERS = Set.of("thi", "van");
    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 20;
    private static final int YEAR = 4;

    public static PatientKeys of(String fullName, BirthDate birthDate) {
        String searchName = SearchName.of(fullName);
        TreeSet<String> words = wordsOf(searchName);
        List<String> telling =
                words.stream().filter(word -> !FILLERS.contains(word)).toList();
        String year = birthDate.iso().substring(0, YEAR);
        return new PatientKeys(
                searchName, Set.copyOf(words), year + " " + String.join(" ", telling.size() < 2 ? words : telling));
    }

    /** The whole name as it stands beside each of its words. */
    public String name() {
        return searchName.replace('y', 'i');
    }

    /** The words that a search looks for, in the form in which they are kept. */
    static TreeSet<String> wordsOf(String searchName) {
        return Arrays.stream(searchName.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace('y', 'i'))
                .map(word -> word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD))
                .limit(MOST_WORDS)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return "PatientKeys[…]";
    }
}
