package vn.tiepdon.server.exchange.fhir;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Goal.GoalTargetComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Range;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.PersonalTarget;
import vn.tiepdon.server.history.TargetRange;

/** What a doctor aims at with this patient, a goal for each kind of measurement ({@code 12-SYSTOLIC}). */
final class GoalMapper {

    private GoalMapper() {}

    static Stream<Dated<Goal>> of(Chart chart) {
        return chart.targets().stream()
                .map(it -> new Dated<>(goal(chart, it), Times.beginning(it.since(), chart.facility())));
    }

    private static Goal goal(Chart chart, PersonalTarget target) {
        Goal goal = new Goal();
        goal.setId(chart.id() + "-" + target.kind().name().replace('_', '.'));
        goal.setLifecycleStatus(GoalLifecycleStatus.ACTIVE);
        goal.setDescription(Codes.text(words(target)));
        goal.setSubject(PatientMapper.reference(chart.patient().patient().id()));
        goal.setStart(Times.date(target.since().toString()));
        goal.setExpressedBy(EncounterMapper.doctor(chart.facility(), target.by()));
        goal.addTarget(target(target.kind(), target.range()));
        return goal;
    }

    private static GoalTargetComponent target(ObservationKind kind, TargetRange range) {
        GoalTargetComponent target = new GoalTargetComponent();
        target.setMeasure(
                Codes.of(Systems.LOINC, kind.loinc(), null).setText(kind.title().vi()));
        if (range.low().isPresent() && range.high().isPresent()) {
            return target.setDetail(new Range()
                    .setLow(quantity(kind, range.low().get()))
                    .setHigh(quantity(kind, range.high().get())));
        }
        QuantityComparator upper =
                TargetRange.reaches(kind) ? QuantityComparator.LESS_OR_EQUAL : QuantityComparator.LESS_THAN;
        return target.setDetail(
                range.high().map(it -> quantity(kind, it).setComparator(upper)).orElseGet(() -> quantity(
                                kind, range.low().orElseThrow())
                        .setComparator(QuantityComparator.GREATER_OR_EQUAL)));
    }

    private static Quantity quantity(ObservationKind kind, BigDecimal value) {
        return new Quantity()
                .setValue(value)
                .setUnit(kind.unit())
                .setSystem(Systems.UCUM)
                .setCode(kind.unit());
    }

    /** As the range of two ends cannot say whether its upper end is still good. */
    private static String words(PersonalTarget target) {
        StringBuilder words = new StringBuilder(target.kind().title().vi());
        target.range().low().ifPresent(it -> words.append(" từ ").append(it.toPlainString()));
        String upper = TargetRange.reaches(target.kind()) ? " không quá " : " dưới ";
        target.range().high().ifPresent(it -> words.append(upper).append(it.toPlainString()));
        return words.append(' ').append(target.kind().printedUnit()).toString();
    }
}
