package vn.tiepdon.server.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tiepdon.server.patient.Identifier;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PossiblePair;
import vn.tiepdon.server.patient.likeness.Aspect;
import vn.tiepdon.server.patient.likeness.Evidence.Agreement;

/**
 * Two files side by side for the page.
 *
 * @param percent how likely they are one person's, rounded down
 */
public record PairView(PossiblePair pair, int percent, List<Line> lines) {

    private static final List<Aspect> NUMBERS =
            List.of(Aspect.NATIONAL, Aspect.OLD_NATIONAL, Aspect.INSURANCE, Aspect.PASSPORT);

    static PairView of(PossiblePair pair, BirthDates dates) {
        List<Line> lines = new ArrayList<>();
        PatientDetails one = pair.first();
        PatientDetails other = pair.second();
        lines.add(line(
                pair, Aspect.NAME, one.patient().fullName(), other.patient().fullName()));
        lines.add(line(
                pair,
                Aspect.BIRTH_DATE,
                dates.written(one.patient().birthDate().iso()),
                dates.written(other.patient().birthDate().iso())));
        lines.add(line(
                pair,
                Aspect.SEX,
                "desk.sex." + one.patient().sex(),
                "desk.sex." + other.patient().sex()));
        for (Aspect aspect : NUMBERS) {
            lines.add(line(pair, aspect, numbers(one, aspect), numbers(other, aspect)));
        }
        lines.add(line(
                pair,
                Aspect.TELEPHONE,
                one.telephone().orElse(""),
                other.telephone().orElse("")));
        return new PairView(
                pair,
                (int) (pair.score() * 100),
                lines.stream().filter(Line::says).toList());
    }

    /** Whether the desk is rather advised to make them one. */
    public boolean likely() {
        return pair.score() >= 0.5;
    }

    /** Which of the two the desk is advised to keep. */
    public boolean keepFirst() {
        return pair.keepFirst();
    }

    private static Line line(PossiblePair pair, Aspect aspect, String first, String second) {
        Agreement agreement = pair.evidence().stream()
                .filter(one -> one.aspect() == aspect)
                .findFirst()
                .map(one -> one.agreement())
                .orElse(Agreement.OPEN);
        return new Line(aspect, agreement, first, second);
    }

    private static String numbers(PatientDetails person, Aspect aspect) {
        IdentifierKind kind = IdentifierKind.valueOf(aspect.name());
        Optional<String> all = person.identifiers().stream()
                .filter(one -> one.kind() == kind)
                .map(Identifier::value)
                .distinct()
                .reduce((some, more) -> some + ", " + more);
        return all.orElse("");
    }

    /** One thing that they are compared by. */
    public record Line(Aspect aspect, Agreement agreement, String first, String second) {

        /** Whether the values are keys of texts. */
        public boolean word() {
            return aspect == Aspect.SEX;
        }

        boolean says() {
            return !first.isEmpty() || !second.isEmpty();
        }

        @Override
        public String toString() {
            return "Line[" + aspect + "]";
        }
    }

    @Override
    public String toString() {
        return "PairView[" + percent + "]";
    }
}
