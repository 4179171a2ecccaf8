package vn.tiepdon.server.exchange.fhir;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityKind;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import vn.tiepdon.server.history.ProgrammeMembership;

/**
 * The chronic programmes that a patient is followed in, a plan for each ({@code 12-HYPERTENSION}): where and when the
 * patient is expected, and for how many days drugs were given.
 */
final class ProgrammeMapper {

    private ProgrammeMapper() {}

    static Stream<Dated<CarePlan>> of(Chart chart) {
        return chart.programmes().stream()
                .map(it -> new Dated<>(
                        plan(chart, it),
                        it.since()
                                .map(day -> Times.beginning(day, chart.facility()))
                                .orElse(chart.patient().changedAt())));
    }

    private static CarePlan plan(Chart chart, ProgrammeMembership member) {
        CarePlan plan = new CarePlan();
        plan.setId(chart.id() + "-" + member.programme().name());
        plan.setStatus(CarePlanStatus.ACTIVE);
        plan.setIntent(CarePlanIntent.PLAN);
        plan.addCategory(Codes.of(
                        Systems.PROGRAMME,
                        member.programme().name(),
                        member.programme().title().en())
                .setText(member.programme().title().vi()));
        plan.setTitle(member.programme().title().vi());
        plan.setSubject(PatientMapper.reference(chart.patient().patient().id()));
        member.since().ifPresent(it -> plan.setPeriod(new Period().setStartElement(Times.day(it))));
        ConditionMapper.chronic(chart, member.programme()).forEach(plan::addAddresses);
        plan.addActivity().setDetail(visit(member));
        member.drugDays().ifPresent(it -> plan.addActivity().setDetail(drugs(it)));
        return plan;
    }

    private static CarePlanActivityDetailComponent visit(ProgrammeMembership member) {
        CarePlanActivityDetailComponent visit = new CarePlanActivityDetailComponent();
        visit.setKind(CarePlanActivityKind.APPOINTMENT);
        visit.setCode(Codes.text("Tái khám"));
        visit.setStatus(CarePlanActivityStatus.NOTSTARTED);
        visit.setLocation(Places.clinic(member.clinic()));
        member.due().ifPresent(it -> visit.setScheduled(on(it)));
        return visit;
    }

    private static Period on(LocalDate day) {
        return new Period().setStartElement(Times.day(day)).setEndElement(Times.day(day));
    }

    /** Nobody keeps when they were given, and so whether they are used up. */
    private static CarePlanActivityDetailComponent drugs(int days) {
        CarePlanActivityDetailComponent drugs = new CarePlanActivityDetailComponent();
        drugs.setKind(CarePlanActivityKind.MEDICATIONREQUEST);
        drugs.setCode(Codes.text("Cấp thuốc"));
        drugs.setStatus(CarePlanActivityStatus.UNKNOWN);
        drugs.setScheduled(new Timing().setRepeat(new TimingRepeatComponent().setBounds(MedicationMapper.days(days))));
        return drugs;
    }
}
