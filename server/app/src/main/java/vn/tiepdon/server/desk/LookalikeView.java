package vn.tiepdon.server.desk;

import java.util.List;
import vn.tiepdon.server.patient.Lookalike;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.likeness.Evidence;
import vn.tiepdon.server.patient.likeness.Evidence.Agreement;

/**
 * Somebody who may be the person on the form.
 *
 * @param percent how likely it is, rounded down
 * @param agreeing what both have, as keys of words
 * @param differing what speaks against it
 */
public record LookalikeView(
        PatientDetails details, int percent, boolean named, List<String> agreeing, List<String> differing) {

    static LookalikeView of(Lookalike one) {
        return new LookalikeView(
                one.patient(),
                (int) (one.score() * 100),
                one.named(),
                words(one.evidence(), Agreement.SAME, Agreement.ALIKE),
                words(one.evidence(), Agreement.DIFFERENT));
    }

    private static List<String> words(List<Evidence> evidence, Agreement... wanted) {
        List<Agreement> agreements = List.of(wanted);
        return evidence.stream()
                .filter(one -> agreements.contains(one.agreement()))
                .map(one -> "people.aspect." + one.aspect())
                .toList();
    }

    @Override
    public String toString() {
        return "LookalikeView[" + percent + "]";
    }
}
